using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Losses;

/// <summary>l = softplus(o) − t·o, the binary cross-entropy of sigmoid(o); ∂l/∂o = sigmoid(o) − t.</summary>
/// <remarks>
/// Computed as (max(0, o) − t·o) + ln(1 + e^(−|o|)): the large terms cancel before the small one is added.
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
        return TSimd.Add(linear, TSimd.Log1p(TSimd.Exp(TSimd.Negate(TSimd.Abs(o)))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Subtract(TSimd.Sigmoid(o), t);
}
