using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Tiles;

/// <summary>8 × 8 in Single with AVX: each half of a vector transposes 4 × 4 of its own.</summary>
internal readonly struct SingleTile8 : ITile<float>
{
    public static nuint Size => 8;

    [MethodImpl(AggressiveInlining)]
    public static void Transpose(ref readonly float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        HalfOfColumns(in source, sourceStride, ref destination, destinationStride);
        HalfOfColumns(
            in Unsafe.Add(ref Unsafe.AsRef(in source), 4), sourceStride, ref Unsafe.Add(ref destination, 4 * destinationStride), destinationStride);
    }

    /// <summary>Four columns of the source: four rows of the destination.</summary>
    [MethodImpl(AggressiveInlining)]
    private static void HalfOfColumns(ref readonly float source, nuint from, ref float destination, nuint to)
    {
        Vector256<float> row0 = Pair(in source, 0, 4 * from);
        Vector256<float> row1 = Pair(in source, from, 5 * from);
        Vector256<float> row2 = Pair(in source, 2 * from, 6 * from);
        Vector256<float> row3 = Pair(in source, 3 * from, 7 * from);
        Vector256<float> low01 = Avx.UnpackLow(row0, row1);
        Vector256<float> high01 = Avx.UnpackHigh(row0, row1);
        Vector256<float> low23 = Avx.UnpackLow(row2, row3);
        Vector256<float> high23 = Avx.UnpackHigh(row2, row3);
        Lower(low01, low23).StoreUnsafe(ref destination);
        Upper(low01, low23).StoreUnsafe(ref destination, to);
        Lower(high01, high23).StoreUnsafe(ref destination, 2 * to);
        Upper(high01, high23).StoreUnsafe(ref destination, 3 * to);
    }

    /// <summary>Four elements of a row, and of the row that is four below.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> Pair(ref readonly float source, nuint upper, nuint lower) =>
        Vector128.LoadUnsafe(in source, upper).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(in source, lower));

    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> Lower(Vector256<float> x, Vector256<float> y) =>
        Avx.UnpackLow(x.AsDouble(), y.AsDouble()).AsSingle();

    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> Upper(Vector256<float> x, Vector256<float> y) =>
        Avx.UnpackHigh(x.AsDouble(), y.AsDouble()).AsSingle();
}
