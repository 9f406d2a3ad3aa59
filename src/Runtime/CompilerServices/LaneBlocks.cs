using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Transpositions of [16, c] and [c, 16] floats with c from 4 on, of [8, c] and [c, 8] doubles with c from 2 on. Every 128 bits
/// of a vector transpose a block of their own, 4 × 4 or 2 × 2, of the same columns and of rows that follow those of the block
/// before. The last blocks end at the last column; they may overlap others, which write the same there.
/// </summary>
internal static class LaneBlocks
{
    private const nuint Singles = 4;
    private const nuint Doubles = 2;
    private const nuint Blocks = 4;

    /// <inheritdoc cref="LaneTransposition{T}.Invoke"/>
    /// <returns>Whether the matrices are of one of the shapes.</returns>
    [MethodImpl(AggressiveInlining)]
    public static bool TryInvoke(ref float source, nuint rows, nuint columns, ref float destination, nuint count)
    {
        if (rows == Blocks * Singles && columns >= Singles)
            Split(ref source, columns, ref destination, count);
        else if (columns == Blocks * Singles && rows >= Singles)
            Join(ref source, rows, ref destination, count);
        else
            return false;
        return true;
    }

    /// <inheritdoc cref="LaneTransposition{T}.Invoke"/>
    /// <returns>Whether the matrices are of one of the shapes.</returns>
    [MethodImpl(AggressiveInlining)]
    public static bool TryInvoke(ref double source, nuint rows, nuint columns, ref double destination, nuint count)
    {
        if (rows == Blocks * Doubles && columns >= Doubles)
            Split(ref source, columns, ref destination, count);
        else if (columns == Blocks * Doubles && rows >= Doubles)
            Join(ref source, rows, ref destination, count);
        else
            return false;
        return true;
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Split(ref float source, nuint columns, ref float destination, nuint count)
    {
        const nuint lanes = Blocks * Singles;
        for (; count > 0; count--)
        {
            for (nuint column = 0; column < columns; column += Singles)
            {
                nuint j = Math.Min(column, columns - Singles);
                ref float from = ref Unsafe.Add(ref source, j);
                Vector512<float> row0 = Load(ref from, Singles * columns);
                Vector512<float> row1 = Load(ref Unsafe.Add(ref from, columns), Singles * columns);
                Vector512<float> row2 = Load(ref Unsafe.Add(ref from, 2 * columns), Singles * columns);
                Vector512<float> row3 = Load(ref Unsafe.Add(ref from, 3 * columns), Singles * columns);
                (row0, row1, row2, row3) = Transpose(row0, row1, row2, row3);
                ref float to = ref Unsafe.Add(ref destination, j * lanes);
                row0.StoreUnsafe(ref to);
                row1.StoreUnsafe(ref to, lanes);
                row2.StoreUnsafe(ref to, 2 * lanes);
                row3.StoreUnsafe(ref to, 3 * lanes);
            }

            source = ref Unsafe.Add(ref source, columns * lanes);
            destination = ref Unsafe.Add(ref destination, columns * lanes);
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Join(ref float source, nuint columns, ref float destination, nuint count)
    {
        const nuint lanes = Blocks * Singles;
        for (; count > 0; count--)
        {
            for (nuint column = 0; column < columns; column += Singles)
            {
                nuint j = Math.Min(column, columns - Singles);
                ref float from = ref Unsafe.Add(ref source, j * lanes);
                Vector512<float> row0 = Vector512.LoadUnsafe(ref from);
                Vector512<float> row1 = Vector512.LoadUnsafe(ref from, lanes);
                Vector512<float> row2 = Vector512.LoadUnsafe(ref from, 2 * lanes);
                Vector512<float> row3 = Vector512.LoadUnsafe(ref from, 3 * lanes);
                (row0, row1, row2, row3) = Transpose(row0, row1, row2, row3);
                ref float to = ref Unsafe.Add(ref destination, j);
                Store(row0, ref to, Singles * columns);
                Store(row1, ref Unsafe.Add(ref to, columns), Singles * columns);
                Store(row2, ref Unsafe.Add(ref to, 2 * columns), Singles * columns);
                Store(row3, ref Unsafe.Add(ref to, 3 * columns), Singles * columns);
            }

            source = ref Unsafe.Add(ref source, columns * lanes);
            destination = ref Unsafe.Add(ref destination, columns * lanes);
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Split(ref double source, nuint columns, ref double destination, nuint count)
    {
        const nuint lanes = Blocks * Doubles;
        for (; count > 0; count--)
        {
            for (nuint column = 0; column < columns; column += Doubles)
            {
                nuint j = Math.Min(column, columns - Doubles);
                ref double from = ref Unsafe.Add(ref source, j);
                Vector512<double> row0 = Load(ref from, Doubles * columns);
                Vector512<double> row1 = Load(ref Unsafe.Add(ref from, columns), Doubles * columns);
                Avx512F.UnpackLow(row0, row1).StoreUnsafe(ref destination, j * lanes);
                Avx512F.UnpackHigh(row0, row1).StoreUnsafe(ref destination, (j + 1) * lanes);
            }

            source = ref Unsafe.Add(ref source, columns * lanes);
            destination = ref Unsafe.Add(ref destination, columns * lanes);
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Join(ref double source, nuint columns, ref double destination, nuint count)
    {
        const nuint lanes = Blocks * Doubles;
        for (; count > 0; count--)
        {
            for (nuint column = 0; column < columns; column += Doubles)
            {
                nuint j = Math.Min(column, columns - Doubles);
                Vector512<double> row0 = Vector512.LoadUnsafe(ref source, j * lanes);
                Vector512<double> row1 = Vector512.LoadUnsafe(ref source, (j + 1) * lanes);
                ref double to = ref Unsafe.Add(ref destination, j);
                Store(Avx512F.UnpackLow(row0, row1), ref to, Doubles * columns);
                Store(Avx512F.UnpackHigh(row0, row1), ref Unsafe.Add(ref to, columns), Doubles * columns);
            }

            source = ref Unsafe.Add(ref source, columns * lanes);
            destination = ref Unsafe.Add(ref destination, columns * lanes);
        }
    }

    /// <summary>Each block of 4 × 4 on its own.</summary>
    [MethodImpl(AggressiveInlining)]
    private static (Vector512<float>, Vector512<float>, Vector512<float>, Vector512<float>) Transpose(
        Vector512<float> row0, Vector512<float> row1, Vector512<float> row2, Vector512<float> row3)
    {
        Vector512<double> low01 = Avx512F.UnpackLow(row0, row1).AsDouble();
        Vector512<double> high01 = Avx512F.UnpackHigh(row0, row1).AsDouble();
        Vector512<double> low23 = Avx512F.UnpackLow(row2, row3).AsDouble();
        Vector512<double> high23 = Avx512F.UnpackHigh(row2, row3).AsDouble();
        return (
            Avx512F.UnpackLow(low01, low23).AsSingle(),
            Avx512F.UnpackHigh(low01, low23).AsSingle(),
            Avx512F.UnpackLow(high01, high23).AsSingle(),
            Avx512F.UnpackHigh(high01, high23).AsSingle());
    }

    /// <summary>A row of each of the four blocks.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector512<T> Load<T>(ref T source, nuint stride)
    {
        Vector256<T> lower = Vector128.LoadUnsafe(ref source).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, stride));
        Vector256<T> upper = Vector128.LoadUnsafe(ref source, 2 * stride).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, 3 * stride));
        return lower.ToVector512Unsafe().WithUpper(upper);
    }

    /// <inheritdoc cref="Load"/>
    [MethodImpl(AggressiveInlining)]
    private static void Store<T>(Vector512<T> rows, ref T destination, nuint stride)
    {
        rows.GetLower().GetLower().StoreUnsafe(ref destination);
        rows.GetLower().GetUpper().StoreUnsafe(ref destination, stride);
        rows.GetUpper().GetLower().StoreUnsafe(ref destination, 2 * stride);
        rows.GetUpper().GetUpper().StoreUnsafe(ref destination, 3 * stride);
    }
}
