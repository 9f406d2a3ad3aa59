using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Losses;

/// <summary>l = ½d² for |d| ≤ δ, δ(|d| − δ/2) otherwise, with d = o − t; ∂l/∂o = clip(d, −δ, δ) (Huber, 1964).</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TDelta">The δ at which the loss turns from quadratic to linear.</typeparam>
public readonly struct Huber<T, TDelta> : IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TDelta : struct, IConstant<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector distance = TSimd.Abs(TSimd.Subtract(o, t));
        TVector clipped = TSimd.Min(TSimd.Create(TDelta.Value), distance);
        return TSimd.Multiply(clipped, TSimd.Subtract(distance, TSimd.Multiply(TSimd.Create(0.5), clipped)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector d = TSimd.Subtract(o, t);
        return TSimd.Max(TSimd.Create(-TDelta.Value), TSimd.Min(TSimd.Create(TDelta.Value), d));
    }
}
