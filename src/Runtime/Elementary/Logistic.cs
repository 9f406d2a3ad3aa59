using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>The logistic sigmoid, from powers of two that cannot overflow, and its integral, softplus, from e^(−|x|).</summary>
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
    /// 1 / (1 + e⁻ˣ). With x = n·ln 2 + r and q = e⁻ʳ − 1, e⁻ˣ = 2⁻ⁿ·(1 + q), so σ(x) = 2ⁿ / (2ⁿ + 1 + q), without a case
    /// on the sign of x. What of the power may make the result denormal is multiplied last.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Sigmoid(TVector x)
    {
        TVector factor = TSimd.Create(Factor);
        TVector y = TSimd.Max(TSimd.Create(Exponential<TVector, TSimd, T>.Lowest), TSimd.Min(TSimd.Create(Saturated), x));
        TVector n = Exponential<TVector, TSimd, T>.Quotient(y);
        TVector q = Exponential<TVector, TSimd, T>.Minus1(Exponential<TVector, TSimd, T>.NegatedRemainder(y, n));

        // Scale is one instruction here. In line, as the JIT knows the condition only then before it reads the rest.
        if (Avx512F.IsSupported && typeof(TVector) != typeof(T) && typeof(TVector) != typeof(Vector<T>))
        {
            return TSimd.Scale(TSimd.Divide(factor, Denominator(TSimd.Scale(factor, n), q)), n);
        }

        // Elsewhere a power takes two instructions and must not be denormal: the rest of it is multiplied last.
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
