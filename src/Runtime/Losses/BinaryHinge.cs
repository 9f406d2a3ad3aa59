using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

namespace NetGen.Losses;

/// <summary>l = max(0, margin − t·o) with targets ±1; ∂l/∂o = −t where the maximum is not 0, 0 elsewhere.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TMargin">The margin.</typeparam>
public readonly struct BinaryHinge<T, TMargin> : IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMargin : struct, IConstant<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector margin = TSimd.Create(TMargin.Value);
        return TSimd.Max(TSimd.Create(T.Zero), TSimd.Subtract(margin, TSimd.Multiply(t, o)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector margin = TSimd.Create(TMargin.Value);
        return TSimd.Multiply(TSimd.Negate(t), Step.Of<T, TVector, TSimd>(TSimd.Subtract(margin, TSimd.Multiply(t, o))));
    }
}
