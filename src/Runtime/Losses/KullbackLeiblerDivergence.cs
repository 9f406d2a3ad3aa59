using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

namespace NetGen.Losses;

/// <summary>l = t(ln t − o) of a log-probability o, 0·ln 0 being 0; ∂l/∂o = −t.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct KullbackLeiblerDivergence<T> : IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        WeightedTerm.Of<T, TVector, TSimd>(t, TSimd.Subtract(TSimd.Log(t), o), o);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Negate(t);
}
