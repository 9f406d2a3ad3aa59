using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Losses.Rows;

/// <summary>destinationᵢ = f(xᵢ, yᵢ; a, b): the widest vectors first, then narrower ones, then single elements.</summary>
internal static class RowTransform
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TFunction, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T a, T b, Span<T> destination)
        where TFunction : struct, IRowFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(x.Length, y.Length, nameof(y));
        Lengths.MustMatch(x.Length, destination.Length, nameof(destination));
        ref T first = ref MemoryMarshal.GetReference(x);
        ref T second = ref MemoryMarshal.GetReference(y);
        ref T result = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)x.Length;
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
            Walk<TFunction, T, Vector512<T>, Simd512<T>>(ref first, ref second, a, b, ref result, ref i, length);
        if (Vector256.IsHardwareAccelerated)
            Walk<TFunction, T, Vector256<T>, Simd256<T>>(ref first, ref second, a, b, ref result, ref i, length);
        if (Vector128.IsHardwareAccelerated)
            Walk<TFunction, T, Vector128<T>, Simd128<T>>(ref first, ref second, a, b, ref result, ref i, length);
        Walk<TFunction, T, T, SimdScalar<T>>(ref first, ref second, a, b, ref result, ref i, length);
    }

    /// <summary>Writes whole vectors from <paramref name="i"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Walk<TFunction, T, TVector, TSimd>(
        ref readonly T x, ref readonly T y, T a, T b, ref T destination, ref nuint i, nuint length)
        where TFunction : struct, IRowFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        nuint count = (nuint)TSimd.Count;
        TVector va = TSimd.Create(a);
        TVector vb = TSimd.Create(b);
        for (; length - i >= count; i += count)
            TSimd.Store(TFunction.Invoke<TVector, TSimd>(TSimd.Load(in x, i), TSimd.Load(in y, i), va, vb), ref destination, i);
    }
}
