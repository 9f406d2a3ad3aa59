using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>
/// The largest element of a row, by which softmax shifts its exponents. A NaN may or may not come through: the exponentials
/// carry it to the result.
/// </summary>
internal static class RowMaximum<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The maximum of a row of at least one element.</summary>
    [MethodImpl(AggressiveOptimization)]
    public static T Of(ReadOnlySpan<T> row)
    {
        ref T source = ref MemoryMarshal.GetReference(row);
        nuint length = (nuint)row.Length;
        nuint i = 0;
        T max = source;
        if (Vector128.IsHardwareAccelerated && length >= (nuint)Vector128<T>.Count)
        {
            Vector128<T> lanes = Lanes(in source, length, ref i);
            for (int lane = 0; lane < Vector128<T>.Count; lane++)
            {
                max = SimdScalar<T>.Max(max, lanes.GetElement(lane));
            }
        }

        for (; i < length; i++)
        {
            max = SimdScalar<T>.Max(max, SimdScalar<T>.Load(in source, i));
        }

        return max;
    }

    /// <summary>The maxima of as much of the row as whole vectors cover, folded to 128 bits; moves i to the rest.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Lanes(ref readonly T source, nuint length, ref nuint i)
    {
        Vector128<T> lanes = Vector128.LoadUnsafe(in source);
        if (Vector512.IsHardwareAccelerated && length >= (nuint)Vector512<T>.Count)
        {
            Vector512<T> wide = Running<Vector512<T>, Simd512<T>>(in source, length, ref i);
            Vector256<T> half = Vector256.MaxNative(wide.GetLower(), wide.GetUpper());
            lanes = Vector128.MaxNative(half.GetLower(), half.GetUpper());
        }
        else if (Vector256.IsHardwareAccelerated && length >= (nuint)Vector256<T>.Count)
        {
            Vector256<T> wide = Running<Vector256<T>, Simd256<T>>(in source, length, ref i);
            lanes = Vector128.MaxNative(wide.GetLower(), wide.GetUpper());
        }

        for (; length - i >= (nuint)Vector128<T>.Count; i += (nuint)Vector128<T>.Count)
        {
            lanes = Vector128.MaxNative(lanes, Vector128.LoadUnsafe(in source, i));
        }

        return lanes;
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Running<TVector, TSimd>(ref readonly T source, nuint length, ref nuint i)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector max = TSimd.Load(in source, 0);
        for (; length - i >= (nuint)TSimd.Count; i += (nuint)TSimd.Count)
        {
            max = TSimd.Max(max, TSimd.Load(in source, i));
        }

        return max;
    }
}
