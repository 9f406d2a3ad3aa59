using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Elementary;

namespace NetGen.Losses;

/// <summary>l = softplus(o) − t·o, the binary cross-entropy of sigmoid(o); ∂l/∂o = sigmoid(o) − t.</summary>
/// <remarks>
/// Computed as (max(0, o) − t·o) + ln(1 + e), e = e^(−|o|): the large terms cancel before the small one is added. The sigmoid
/// is 1/(1 + e), or e/(1 + e) below 0, so that one exponential serves both.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct BinaryCrossEntropyWithLogits<T> : IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector linear = TSimd.Subtract(TSimd.Max(TSimd.Create(T.Zero), o), TSimd.Multiply(t, o));
        return TSimd.Add(linear, Logarithm<TVector, TSimd, T>.Log1pOfFraction(Decay<TVector, TSimd>(o)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector one = TSimd.Create(1.0);
        TVector e = Decay<TVector, TSimd>(o);
        TVector numerator = TSimd.Select(TSimd.LessThan(o, TSimd.Create(0.0)), e, one);
        return TSimd.Subtract(TSimd.Divide(numerator, TSimd.Add(one, e)), t);
    }

    /// <summary>e^(−|o|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Decay<TVector, TSimd>(TVector o)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        Exponential<TVector, TSimd, T>.ExpOfNonPositive(TSimd.Negate(TSimd.Abs(o)));
}
