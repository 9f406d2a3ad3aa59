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
    /// <summary>1 / (1 + e⁻ˣ), as e⁻ˣ's reciprocal form eˣ / (1 + eˣ) below 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Sigmoid(TVector x)
    {
        TVector one = TSimd.Create(1.0);
        TVector e = ExpOfMinusMagnitude(x);
        TVector numerator = TSimd.Select(TSimd.LessThan(x, TSimd.Create(0.0)), e, one);
        return TSimd.Divide(numerator, TSimd.Add(one, e));
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
