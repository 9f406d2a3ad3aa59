using System.Runtime.CompilerServices;

namespace NetGen.Tiles;

/// <summary>
/// Transposes a matrix of at least one tile in both directions. The last tiles end at the last row and column; they may
/// overlap others, which write the same there.
/// </summary>
internal static class TileWalk<TTile, T>
    where TTile : struct, ITile<T>
    where T : unmanaged
{
    /// <summary>Rows of the destination are filled from left to right, so that it is written in whole cache lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Transpose(ref readonly T source, ref T destination, nuint rows, nuint columns)
    {
        ref T from = ref Unsafe.AsRef(in source);
        for (nuint column = 0; column < columns; column += TTile.Size)
        {
            nuint j = Math.Min(column, columns - TTile.Size);
            for (nuint row = 0; row < rows; row += TTile.Size)
            {
                nuint i = Math.Min(row, rows - TTile.Size);
                TTile.Transpose(
                    in Unsafe.Add(ref from, (i * columns) + j), columns, ref Unsafe.Add(ref destination, (j * rows) + i), rows);
            }
        }
    }
}
