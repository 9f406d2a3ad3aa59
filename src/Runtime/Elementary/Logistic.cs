using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>The logistic sigmoid and its integral, softplus, both from e^(−|x|), which cannot overflow.</summary>
internal static class Logistic<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// 1 / (1 + e⁻ˣ), below 0 as e/(1 + e) with e = eˣ. There the rounding of 1 + e would cost most of an ULP: what it took
    /// is carried to the numerator, where it joins e^r − 1 before that is added to 1.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Sigmoid(TVector x)
    {
        TVector one = TSimd.Create(1.0);
        TVector bounded = TSimd.Max(TSimd.Create(Exponential<TVector, TSimd, T>.Lowest), TSimd.Or(x, TSimd.Create(-0.0)));
        TVector n = Exponential<TVector, TSimd, T>.Quotient(bounded);
        TVector p = Exponential<TVector, TSimd, T>.Minus1(Exponential<TVector, TSimd, T>.Remainder(bounded, n));

        TVector mantissa = TSimd.Add(p, one);
        TVector e = TSimd.Multiply(mantissa, TSimd.PowerOfTwo(TSimd.Max(TSimd.Create(Format<T>.LeastExponent), n)));
        TVector denominator = TSimd.Add(e, one);
        TVector lost = TSimd.Subtract(e, TSimd.Subtract(denominator, one));

        // lost / (1 + e), with the chord 1 − e/2 for the reciprocal.
        TVector relative = TSimd.Multiply(lost, TSimd.MultiplyAdd(e, TSimd.Create(-0.5), one));
        TVector corrected = TSimd.Subtract(p, TSimd.Multiply(mantissa, relative));
        TVector below = TSimd.Scale(TSimd.Add(corrected, one), n);
        TVector numerator = TSimd.Select(TSimd.LessThan(x, TSimd.Create(0.0)), below, one);
        return TSimd.Divide(numerator, denominator);
    }

    /// <summary>ln(1 + eˣ) = max(0, x) + ln(1 + e^(−|x|)).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Softplus(TVector x) => TSimd.Add(
        TSimd.Max(TSimd.Create(0.0), x),
        Logarithm<TVector, TSimd, T>.Log1pOfFinite(ExpOfMinusMagnitude(x)));

    [MethodImpl(AggressiveInlining)]
    private static TVector ExpOfMinusMagnitude(TVector x) =>
        Exponential<TVector, TSimd, T>.ExpOfNonPositive(TSimd.Or(x, TSimd.Create(-0.0)));
}
