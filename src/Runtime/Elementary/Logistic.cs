using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>The logistic sigmoid and its integral, softplus, both from e^(−|x|), which cannot overflow.</summary>
internal static class Logistic<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// 1 / (1 + e⁻ˣ). With y = −|x| = n·ln 2 + 2r and t = tanh r, eʸ = 2ⁿ·(1 + t) / (1 − t), so σ(y) = 2ⁿ·q,
    /// q = (1 + t) / (2ⁿ·(1 + t) + (1 − t)). The quotient is computed as its distance from 1, which is at most ½ or so: rounding
    /// then costs less than that of 1 + t would. Above 0, σ(x) = 1 − σ(y).
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Sigmoid(TVector x)
    {
        TVector one = TSimd.Create(1.0);
        TVector y = TSimd.Max(TSimd.Create(Exponential<TVector, TSimd, T>.Lowest), TSimd.Or(x, TSimd.Create(-0.0)));
        TVector n = Exponential<TVector, TSimd, T>.Quotient(y);
        TVector t = Hyperbolic<TVector, TSimd, T>.TanhOfReduced(HalfRemainder(y, n));

        TVector bounded = TSimd.Max(TSimd.Create(Format<T>.LeastExponent + 2), n);
        TVector power = TSimd.PowerOfTwo(bounded);
        TVector e = TSimd.MultiplyAdd(power, t, power);
        TVector denominator = TSimd.Add(e, TSimd.Subtract(one, t));
        TVector distance = TSimd.Divide(TSimd.MultiplyAdd(TSimd.Create(2.0), t, TSimd.Negate(e)), denominator);

        // One instruction scales where there is AVX-512. Elsewhere the power is at hand; q is above 2⁻², so that q times it is
        // normal, and only the rest of the power rounds, where the result is denormal.
        TVector below = Avx512F.IsSupported
            ? TSimd.Scale(TSimd.Add(distance, one), n)
            : TSimd.Multiply(TSimd.MultiplyAdd(distance, power, power), TSimd.PowerOfTwo(TSimd.Subtract(n, bounded)));
        return TSimd.Select(TSimd.LessThan(x, TSimd.Create(0.0)), below, TSimd.Subtract(one, below));
    }

    /// <summary>ln(1 + eˣ) = max(0, x) + ln(1 + e^(−|x|)).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Softplus(TVector x) => TSimd.Add(
        TSimd.Max(TSimd.Create(0.0), x),
        Logarithm<TVector, TSimd, T>.Log1pOfFinite(ExpOfMinusMagnitude(x)));

    /// <summary>(y − n·ln 2) / 2.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector HalfRemainder(TVector y, TVector n)
    {
        TVector high = TSimd.MultiplyAdd(n, TSimd.Create(-0.5 * Format<T>.Ln2High), TSimd.Multiply(y, TSimd.Create(0.5)));
        return TSimd.MultiplyAdd(n, TSimd.Create(-0.5 * Format<T>.Ln2Low), high);
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector ExpOfMinusMagnitude(TVector x) =>
        Exponential<TVector, TSimd, T>.ExpOfNonPositive(TSimd.Or(x, TSimd.Create(-0.0)));
}
