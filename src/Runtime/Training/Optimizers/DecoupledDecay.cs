using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>Decoupled weight decay (Loshchilov and Hutter, 2019): (1 − ηλ)θ in place of θ, the gradient as it is.</summary>
internal readonly struct DecoupledDecay<T, TUpdate>(in TUpdate update, double scaledDecay) : IUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TUpdate : struct, IUpdate<T>
{
    private readonly TUpdate _update = update;
    private readonly T _rest = SimdScalar<T>.Create(1 - scaledDecay);

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
            TSimd.Multiply(TSimd.Create(_rest), parameter), gradient, ref first, ref second, ref third);
}
