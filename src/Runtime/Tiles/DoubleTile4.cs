using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Tiles;

/// <summary>4 × 4 in Double with AVX: each half of a vector transposes 2 × 2 of its own.</summary>
internal readonly struct DoubleTile4 : ITile<double>
{
    public static nuint Size => 4;

    [MethodImpl(AggressiveInlining)]
    public static void Transpose(ref readonly double source, nuint sourceStride, ref double destination, nuint destinationStride)
    {
        HalfOfColumns(in source, sourceStride, ref destination, destinationStride);
        HalfOfColumns(
            in Unsafe.Add(ref Unsafe.AsRef(in source), 2), sourceStride, ref Unsafe.Add(ref destination, 2 * destinationStride), destinationStride);
    }

    /// <summary>Two columns of the source: two rows of the destination.</summary>
    [MethodImpl(AggressiveInlining)]
    private static void HalfOfColumns(ref readonly double source, nuint from, ref double destination, nuint to)
    {
        Vector256<double> row0 = Pair(in source, 0, 2 * from);
        Vector256<double> row1 = Pair(in source, from, 3 * from);
        Avx.UnpackLow(row0, row1).StoreUnsafe(ref destination);
        Avx.UnpackHigh(row0, row1).StoreUnsafe(ref destination, to);
    }

    /// <summary>Two elements of a row, and of the row that is two below.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector256<double> Pair(ref readonly double source, nuint upper, nuint lower) =>
        Vector128.LoadUnsafe(in source, upper).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(in source, lower));
}
