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
    /// <summary>Beyond it the sigmoid rounds to 1.</summary>
    private const double Saturated = 40;

    /// <summary>
    /// A factor of numerator and denominator. 2ⁿ + 1 alone would lose all of 2ⁿ in Single at n = −24, and the result 2.44 ULP;
    /// times 31/16 no n loses more than 0.52 of that, and the worst result of all floats is 1.93 ULP off, 1.96 without a fused multiply-add.
    /// </summary>
    private const double Factor = 1.9375;

    /// <summary>
    /// 1 / (1 + e⁻ˣ). With x = n·ln 2 + r and q = e⁻ʳ − 1, e⁻ˣ = 2⁻ⁿ·(1 + q), so σ(x) = 2ⁿ / (2ⁿ + 1 + q): no case on the sign
    /// of x, and the power in the numerator is left to the end, where the result may be denormal.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Sigmoid(TVector x)
    {
        TVector factor = TSimd.Create(Factor);
        TVector y = TSimd.Max(TSimd.Create(Exponential<TVector, TSimd, T>.Lowest), TSimd.Min(TSimd.Create(Saturated), x));
        TVector n = Exponential<TVector, TSimd, T>.Quotient(y);
        TVector q = Exponential<TVector, TSimd, T>.Minus1(Exponential<TVector, TSimd, T>.NegatedRemainder(y, n));
        if (Avx512F.IsSupported)
        {
            return TSimd.Scale(TSimd.Divide(factor, Denominator(TSimd.Scale(factor, n), q)), n);
        }

        // Without AVX-512 a power is two instructions and no denormal: what is left of it rounds the result once more.
        TVector bounded = TSimd.Max(TSimd.Create(Format<T>.LeastExponent + 2), n);
        TVector numerator = TSimd.Multiply(factor, TSimd.PowerOfTwo(bounded));
        return TSimd.Multiply(TSimd.Divide(numerator, Denominator(numerator, q)), TSimd.PowerOfTwo(TSimd.Subtract(n, bounded)));
    }

    /// <summary>ln(1 + eˣ) = max(0, x) + ln(1 + e^(−|x|)).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Softplus(TVector x) => TSimd.Add(
        TSimd.Max(TSimd.Create(0.0), x),
        Logarithm<TVector, TSimd, T>.Log1pOfFraction(ExpOfMinusMagnitude(x)));

    /// <summary>c·(2ⁿ + 1 + q) from c·2ⁿ.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Denominator(TVector power, TVector q) => TSimd.MultiplyAdd(q, Factor, TSimd.Add(power, TSimd.Create(Factor)));

    [MethodImpl(AggressiveInlining)]
    private static TVector ExpOfMinusMagnitude(TVector x) =>
        Exponential<TVector, TSimd, T>.ExpOfNonPositive(TSimd.Or(x, TSimd.Create(-0.0)));
}
