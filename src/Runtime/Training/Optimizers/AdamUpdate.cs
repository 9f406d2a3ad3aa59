using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − s·m / (√v + ε); with AMSGrad the largest v so far in place of v.</summary>
internal readonly struct AdamUpdate<T, TAmsGrad>(double beta1, double beta2, double epsilon, double rate) : IUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TAmsGrad : struct, ISwitch
{
    private readonly RunningMean<T> _mean = new(beta1);
    private readonly RunningMean<T> _square = new(beta2);
    private readonly T _epsilon = SimdScalar<T>.Create(epsilon);
    private readonly T _minusRate = SimdScalar<T>.Create(-rate);

    public static StateSlots Slots
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => StateSlots.First | StateSlots.Second | (TAmsGrad.IsOn ? StateSlots.Third : StateSlots.None);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Invoke<TVector, TSimd>(
        TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        first = _mean.Add<TVector, TSimd>(first, gradient);
        second = _square.AddSquare<TVector, TSimd>(second, gradient);
        third = TAmsGrad.IsOn ? TSimd.Max(third, second) : second;
        TVector divisor = TSimd.Add(TSimd.Sqrt(third), TSimd.Create(_epsilon));
        return TSimd.MultiplyAdd(TSimd.Create(_minusRate), TSimd.Divide(first, divisor), parameter);
    }
}
