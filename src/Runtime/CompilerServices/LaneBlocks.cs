using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// A tile of more than four columns from its rows, and back. Every 128 bits of a vector transpose a block of their own, 4 × 4
/// floats or 2 × 2 doubles, of the same columns and of rows that follow those of the block before. The last blocks end at the
/// last column; they may overlap others, which write the same there.
/// </summary>
/// <typeparam name="TVector">A vector that <see cref="BlockVector{TVector, T}"/> supports.</typeparam>
/// <typeparam name="TSimd">Its operations.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class LaneBlocks<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows and columns of a block.</summary>
    private static nuint Size
    {
        [MethodImpl(AggressiveInlining)]
        get => BlockVector<TVector, T>.BlockLength;
    }

    /// <summary>tile[c, r] = rows[r, c].</summary>
    /// <param name="rows">[lanes, columns] row-major.</param>
    /// <param name="columns">Elements of a row, no fewer than a block has.</param>
    /// <param name="tile">[columns, lanes] row-major; memory apart from the rows.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void ToTile(ref T rows, nuint columns, ref T tile)
    {
        nuint lanes = (nuint)TSimd.Count;
        for (nuint column = 0; column < columns; column += Size)
        {
            nuint j = Math.Min(column, columns - Size);
            ref T from = ref Unsafe.Add(ref rows, j);
            ref T to = ref Unsafe.Add(ref tile, j * lanes);
            TVector row0 = Load(ref from, 0, columns), row1 = Load(ref from, 1, columns);
            if (typeof(T) == typeof(double))
            {
                TSimd.Store(BlockVector<TVector, T>.UnpackLow(row0, row1), ref to, 0);
                TSimd.Store(BlockVector<TVector, T>.UnpackHigh(row0, row1), ref to, lanes);
                continue;
            }

            TVector row2 = Load(ref from, 2, columns), row3 = Load(ref from, 3, columns);
            (row0, row1, row2, row3) = LaneColumns<TVector, T>.Transpose(row0, row1, row2, row3);
            TSimd.Store(row0, ref to, 0);
            TSimd.Store(row1, ref to, lanes);
            TSimd.Store(row2, ref to, 2 * lanes);
            TSimd.Store(row3, ref to, 3 * lanes);
        }
    }

    /// <summary>rows[r, c] = tile[c, r].</summary>
    /// <param name="tile">[columns, lanes] row-major.</param>
    /// <param name="columns">Elements of a row, no fewer than a block has.</param>
    /// <param name="rows">[lanes, columns] row-major; memory apart from the tile.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void ToRows(ref T tile, nuint columns, ref T rows)
    {
        nuint lanes = (nuint)TSimd.Count;
        for (nuint column = 0; column < columns; column += Size)
        {
            nuint j = Math.Min(column, columns - Size);
            ref T from = ref Unsafe.Add(ref tile, j * lanes);
            ref T to = ref Unsafe.Add(ref rows, j);
            TVector row0 = TSimd.Load(in from, 0), row1 = TSimd.Load(in from, lanes);
            if (typeof(T) == typeof(double))
            {
                Store(BlockVector<TVector, T>.UnpackLow(row0, row1), ref to, 0, columns);
                Store(BlockVector<TVector, T>.UnpackHigh(row0, row1), ref to, 1, columns);
                continue;
            }

            TVector row2 = TSimd.Load(in from, 2 * lanes), row3 = TSimd.Load(in from, 3 * lanes);
            (row0, row1, row2, row3) = LaneColumns<TVector, T>.Transpose(row0, row1, row2, row3);
            Store(row0, ref to, 0, columns);
            Store(row1, ref to, 1, columns);
            Store(row2, ref to, 2, columns);
            Store(row3, ref to, 3, columns);
        }
    }

    /// <summary>The row of each of the blocks that is <paramref name="index"/> rows below its first.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Load(ref T rows, nuint index, nuint columns) =>
        BlockVector<TVector, T>.Load(ref Unsafe.Add(ref rows, index * columns), Size * columns);

    /// <inheritdoc cref="Load"/>
    [MethodImpl(AggressiveInlining)]
    private static void Store(TVector value, ref T rows, nuint index, nuint columns) =>
        BlockVector<TVector, T>.Store(value, ref Unsafe.Add(ref rows, index * columns), Size * columns);
}
