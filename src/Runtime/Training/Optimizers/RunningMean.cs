using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>An exponentially decaying mean: m ← βm + (1 − β)x. The 1 − β is rounded once, from double.</summary>
internal readonly struct RunningMean<T>(double decay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T _decay = SimdScalar<T>.Create(decay);
    private readonly T _rest = SimdScalar<T>.Create(1 - decay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Add<TVector, TSimd>(TVector mean, TVector value)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.MultiplyAdd(TSimd.Create(_decay), mean, TSimd.Multiply(TSimd.Create(_rest), value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector AddSquare<TVector, TSimd>(TVector mean, TVector value)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        Add<TVector, TSimd>(mean, TSimd.Multiply(value, value));
}
