using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Losses.Rows;

/// <summary>Σ f(xᵢ, yᵢ; a, b): the widest vectors first, then narrower ones, then single elements.</summary>
internal static class RowSum
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of<TFunction, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T a, T b)
        where TFunction : struct, IRowFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(x.Length, y.Length, nameof(y));
        ref T first = ref MemoryMarshal.GetReference(x);
        ref T second = ref MemoryMarshal.GetReference(y);
        nuint length = (nuint)x.Length;
        nuint i = 0;
        T sum = T.Zero;
        if (Vector512.IsHardwareAccelerated)
            sum += Walk<TFunction, T, Vector512<T>, Simd512<T>>(ref first, ref second, a, b, ref i, length);
        if (Vector256.IsHardwareAccelerated)
            sum += Walk<TFunction, T, Vector256<T>, Simd256<T>>(ref first, ref second, a, b, ref i, length);
        if (Vector128.IsHardwareAccelerated)
            sum += Walk<TFunction, T, Vector128<T>, Simd128<T>>(ref first, ref second, a, b, ref i, length);
        return sum + Walk<TFunction, T, T, SimdScalar<T>>(ref first, ref second, a, b, ref i, length);
    }

    /// <summary>Adds up whole vectors from <paramref name="i"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Walk<TFunction, T, TVector, TSimd>(ref readonly T x, ref readonly T y, T a, T b, ref nuint i, nuint length)
        where TFunction : struct, IRowFunction<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        nuint count = (nuint)TSimd.Count;
        if (length - i < count)
            return T.Zero;
        TVector va = TSimd.Create(a);
        TVector vb = TSimd.Create(b);
        TVector sum = TSimd.Create(T.Zero);
        do
        {
            sum = TSimd.Add(sum, TFunction.Invoke<TVector, TSimd>(TSimd.Load(in x, i), TSimd.Load(in y, i), va, vb));
            i += count;
        }
        while (length - i >= count);
        return TSimd.Sum(sum);
    }
}
