using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Losses.Rows;

/// <summary>The largest f(xᵢ) of a row. A NaN may go unnoticed here; the sums that follow carry it.</summary>
internal static class RowMax
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of<TFunction, T>(ReadOnlySpan<T> x)
        where TFunction : struct, IRowFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T first = ref MemoryMarshal.GetReference(x);
        nuint length = (nuint)x.Length;
        nuint i = 0;
        T max = T.NegativeInfinity;
        if (Vector512.IsHardwareAccelerated)
            max = Walk<TFunction, T, Vector512<T>, Simd512<T>>(ref first, max, ref i, length);
        if (Vector256.IsHardwareAccelerated)
            max = Walk<TFunction, T, Vector256<T>, Simd256<T>>(ref first, max, ref i, length);
        if (Vector128.IsHardwareAccelerated)
            max = Walk<TFunction, T, Vector128<T>, Simd128<T>>(ref first, max, ref i, length);
        return Walk<TFunction, T, T, SimdScalar<T>>(ref first, max, ref i, length);
    }

    /// <summary>Takes in whole vectors from <paramref name="i"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Walk<TFunction, T, TVector, TSimd>(ref readonly T x, T max, ref nuint i, nuint length)
        where TFunction : struct, IRowFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        nuint count = (nuint)TSimd.Count;
        if (length - i < count)
            return max;
        TVector maxima = TSimd.Create(max);
        do
        {
            TVector value = TSimd.Load(in x, i);
            maxima = TSimd.Max(maxima, TFunction.Invoke<TVector, TSimd>(value, value, value, value));
            i += count;
        }
        while (length - i >= count);
        return Across<T, TVector, TSimd>(maxima);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Across<T, TVector, TSimd>(TVector maxima)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        Unsafe.SkipInit(out Vector512<T> lanes);
        ref T lane = ref Unsafe.As<Vector512<T>, T>(ref lanes);
        TSimd.Store(maxima, ref lane, 0);
        T max = lane;
        for (int i = 1; i < TSimd.Count; i++)
            max = SimdScalar<T>.Max(max, Unsafe.Add(ref lane, i));
        return max;
    }
}
