using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>L2 regularisation: g + λθ in place of g, the gradient of L + λ/2·‖θ‖².</summary>
internal readonly struct CoupledDecay<T, TUpdate>(in TUpdate update, double decay) : IUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TUpdate : struct, IUpdate<T>
{
    private readonly TUpdate _update = update;
    private readonly T _decay = SimdScalar<T>.Create(decay);

    public static StateSlots Slots
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TUpdate.Slots;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Invoke<TVector, TSimd>(
        TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        _update.Invoke<TVector, TSimd>(
            parameter, TSimd.MultiplyAdd(TSimd.Create(_decay), parameter, gradient), ref first, ref second, ref third);
}
