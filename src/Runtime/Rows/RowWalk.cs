using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>
/// Walks two rows of one length at once: at 512 bits while a whole vector is left, then at 256, 128 and one by one, so that
/// nothing outside the rows is touched and no element is met twice, whatever the length.
/// </summary>
internal static class RowWalk<TTerm, T>
    where TTerm : struct, IRowTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Σ f(x[i], y[i], c, d).</summary>
    public static T Sum(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T c = default, T d = default) =>
        Walk(x, y, default, c, d);

    /// <summary>result[i] = f(x[i], y[i], c, d); returns their sum. The result may be one of the inputs.</summary>
    public static T Map(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, T c = default, T d = default) =>
        Walk(x, y, result, c, d);

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static T Walk(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, T c, T d)
    {
        nuint i = 0;
        nuint length = (nuint)x.Length;
        T sum = T.Zero;
        if (Vector512.IsHardwareAccelerated && length >= (nuint)Vector512<T>.Count)
        {
            sum += Steps<Vector512<T>, Simd512<T>>(x, y, result, c, d, ref i);
        }

        if (Vector256.IsHardwareAccelerated && length - i >= (nuint)Vector256<T>.Count)
        {
            sum += Steps<Vector256<T>, Simd256<T>>(x, y, result, c, d, ref i);
        }

        if (Vector128.IsHardwareAccelerated && length - i >= (nuint)Vector128<T>.Count)
        {
            sum += Steps<Vector128<T>, Simd128<T>>(x, y, result, c, d, ref i);
        }

        return i < length ? sum + Steps<T, SimdScalar<T>>(x, y, result, c, d, ref i) : sum;
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static T Steps<TVector, TSimd>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, T c, T d, ref nuint start)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        ref T left = ref MemoryMarshal.GetReference(x);
        ref T right = ref MemoryMarshal.GetReference(y);
        ref T destination = ref MemoryMarshal.GetReference(result);
        nuint length = (nuint)x.Length;
        bool stores = !result.IsEmpty;
        TVector sum = TSimd.Create(0.0);
        nuint i = start;
        for (; length - i >= (nuint)TSimd.Count; i += (nuint)TSimd.Count)
        {
            TVector term = TTerm.Invoke<TVector, TSimd>(
                TSimd.Load(in left, i), TSimd.Load(in right, i), TSimd.Create(c), TSimd.Create(d));
            sum = TSimd.Add(sum, term);
            if (stores)
            {
                TSimd.Store(term, ref destination, i);
            }
        }

        start = i;
        return TSimd.Sum(sum);
    }
}
