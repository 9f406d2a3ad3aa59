using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Training;

/// <summary>
/// Passes a range of the parameters through an update, in narrower and narrower vectors towards its end: a state is updated in
/// place, so no element may be met twice.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TUpdate">What happens to one element.</typeparam>
internal static class UpdateWalk<T, TUpdate>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TUpdate : struct, IUpdate<T>
{
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Invoke(in TUpdate update, in UpdateMemory<T> memory, int start, int stop)
    {
        nuint i = (nuint)start;
        nuint end = (nuint)stop;
        if (Vector512.IsHardwareAccelerated && end - i >= (nuint)Vector512<T>.Count)
            Walk<Vector512<T>, Simd512<T>>(in update, in memory, ref i, end);
        if (Vector256.IsHardwareAccelerated && end - i >= (nuint)Vector256<T>.Count)
            Walk<Vector256<T>, Simd256<T>>(in update, in memory, ref i, end);
        if (Vector128.IsHardwareAccelerated && end - i >= (nuint)Vector128<T>.Count)
            Walk<Vector128<T>, Simd128<T>>(in update, in memory, ref i, end);
        if (i < end)
            Walk<T, SimdScalar<T>>(in update, in memory, ref i, end);
    }

    /// <summary>Updates whole vectors from <paramref name="start"/> on.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Walk<TVector, TSimd>(in TUpdate shared, in UpdateMemory<T> memory, ref nuint start, nuint end)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TUpdate update = shared;
        ref T parameters = ref memory.Parameters;
        ref readonly T gradient = ref memory.Gradient;
        ref T firsts = ref memory.First;
        ref T seconds = ref memory.Second;
        ref T thirds = ref memory.Third;
        nuint i = start;
        for (nuint count = (nuint)TSimd.Count; end - i >= count; i += count)
        {
            TVector first = Load<TVector, TSimd>(StateSlots.First, in firsts, i);
            TVector second = Load<TVector, TSimd>(StateSlots.Second, in seconds, i);
            TVector third = Load<TVector, TSimd>(StateSlots.Third, in thirds, i);
            TVector updated = update.Invoke<TVector, TSimd>(
                TSimd.Load(in parameters, i), TSimd.Load(in gradient, i), ref first, ref second, ref third);
            Store<TVector, TSimd>(StateSlots.First, first, ref firsts, i);
            Store<TVector, TSimd>(StateSlots.Second, second, ref seconds, i);
            Store<TVector, TSimd>(StateSlots.Third, third, ref thirds, i);
            TSimd.Store(updated, ref parameters, i);
        }

        start = i;
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Load<TVector, TSimd>(StateSlots slot, ref readonly T source, nuint i)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        (TUpdate.Slots & slot) != 0 ? TSimd.Load(in source, i) : default;

    [MethodImpl(AggressiveInlining)]
    private static void Store<TVector, TSimd>(StateSlots slot, TVector value, ref T destination, nuint i)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        if ((TUpdate.Slots & slot) != 0)
            TSimd.Store(value, ref destination, i);
    }
}
