using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Transpositions by squares of 4 floats or 2 doubles in registers. The last squares of a matrix start earlier, so that they
/// end where it does, and write some elements again.
/// </summary>
internal static class LaneSquares
{
    /// <inheritdoc cref="LaneTransposition{T}.Invoke"/>
    /// <remarks>Both sides are at least 4.</remarks>
    [MethodImpl(AggressiveOptimization)]
    public static void Invoke(ref float source, nuint rows, nuint columns, ref float destination, nuint count)
    {
        for (nuint start = 0; start < count * rows * columns; start += rows * columns)
        {
            for (nuint r = 0; r < rows; r += 4)
            {
                nuint row = nuint.Min(r, rows - 4);
                for (nuint c = 0; c < columns; c += 4)
                {
                    nuint column = nuint.Min(c, columns - 4);
                    Square(
                        ref Unsafe.Add(ref source, start + row * columns + column), columns,
                        ref Unsafe.Add(ref destination, start + column * rows + row), rows);
                }
            }
        }
    }

    /// <inheritdoc cref="LaneTransposition{T}.Invoke"/>
    /// <remarks>Both sides are at least 2.</remarks>
    [MethodImpl(AggressiveOptimization)]
    public static void Invoke(ref double source, nuint rows, nuint columns, ref double destination, nuint count)
    {
        for (nuint start = 0; start < count * rows * columns; start += rows * columns)
        {
            for (nuint r = 0; r < rows; r += 2)
            {
                nuint row = nuint.Min(r, rows - 2);
                for (nuint c = 0; c < columns; c += 2)
                {
                    nuint column = nuint.Min(c, columns - 2);
                    Square(
                        ref Unsafe.Add(ref source, start + row * columns + column), columns,
                        ref Unsafe.Add(ref destination, start + column * rows + row), rows);
                }
            }
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static void Square(ref float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        Vector128<float> row0 = Vector128.LoadUnsafe(ref source);
        Vector128<float> row1 = Vector128.LoadUnsafe(ref source, sourceStride);
        Vector128<float> row2 = Vector128.LoadUnsafe(ref source, 2 * sourceStride);
        Vector128<float> row3 = Vector128.LoadUnsafe(ref source, 3 * sourceStride);
        Vector128<float> low01 = Sse.UnpackLow(row0, row1);
        Vector128<float> low23 = Sse.UnpackLow(row2, row3);
        Vector128<float> high01 = Sse.UnpackHigh(row0, row1);
        Vector128<float> high23 = Sse.UnpackHigh(row2, row3);
        Sse.MoveLowToHigh(low01, low23).StoreUnsafe(ref destination);
        Sse.MoveHighToLow(low23, low01).StoreUnsafe(ref destination, destinationStride);
        Sse.MoveLowToHigh(high01, high23).StoreUnsafe(ref destination, 2 * destinationStride);
        Sse.MoveHighToLow(high23, high01).StoreUnsafe(ref destination, 3 * destinationStride);
    }

    [MethodImpl(AggressiveInlining)]
    private static void Square(ref double source, nuint sourceStride, ref double destination, nuint destinationStride)
    {
        Vector128<double> row0 = Vector128.LoadUnsafe(ref source);
        Vector128<double> row1 = Vector128.LoadUnsafe(ref source, sourceStride);
        Sse2.UnpackLow(row0, row1).StoreUnsafe(ref destination);
        Sse2.UnpackHigh(row0, row1).StoreUnsafe(ref destination, destinationStride);
    }
}
