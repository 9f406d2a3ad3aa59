using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Losses;

/// <summary>l = |o − t|; ∂l/∂o = sign(o − t), which is 0 at 0.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct MeanAbsoluteError<T> : IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Abs(TSimd.Subtract(o, t));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector d = TSimd.Subtract(o, t);
        TVector sign = TSimd.CopySign(TSimd.Create(T.One), d);

        // The difference itself is the answer at 0, and where it is NaN.
        return TSimd.Select(TSimd.LessThan(TSimd.Create(T.Zero), TSimd.Abs(d)), sign, d);
    }
}
