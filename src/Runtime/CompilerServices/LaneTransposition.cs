using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Transposes runs of small matrices, one side of which is a vector and the other the columns of a tiny layer. Two and three
/// columns of floats have shuffles of their own, wider ones where the machine has them, and so has a side of 512 bits; others
/// go matrix by matrix.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class LaneTransposition<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>destination[i, c, r] = source[i, r, c].</summary>
    /// <param name="source">[count, rows, columns] row-major.</param>
    /// <param name="rows">Rows of a matrix of the source.</param>
    /// <param name="columns">Columns of a matrix of the source.</param>
    /// <param name="destination">[count, columns, rows] row-major; memory apart from the source.</param>
    /// <param name="count">Number of matrices.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Invoke(ref T source, nuint rows, nuint columns, ref T destination, nuint count)
    {
        if (columns == 1 || rows == 1)
        {
            Block.Rows(ref source, count * rows * columns, 1).CopyTo(Block.Rows(ref destination, count * rows * columns, 1));
            return;
        }

        if (Avx512F.IsSupported && typeof(T) == typeof(float)
            && LaneBlocks.TryInvoke(ref Unsafe.As<T, float>(ref source), rows, columns, ref Unsafe.As<T, float>(ref destination), count))
        {
            return;
        }

        if (Avx512F.IsSupported && typeof(T) == typeof(double)
            && LaneBlocks.TryInvoke(ref Unsafe.As<T, double>(ref source), rows, columns, ref Unsafe.As<T, double>(ref destination), count))
        {
            return;
        }

        if (typeof(T) == typeof(float) && Avx512F.IsSupported
            && LanePermutation.TryInvoke(ref Unsafe.As<T, float>(ref source), rows, columns, ref Unsafe.As<T, float>(ref destination), count))
        {
            return;
        }

        if (typeof(T) == typeof(float) && Sse.IsSupported
            && LaneInterleaving.TryInvoke(ref Unsafe.As<T, float>(ref source), rows, columns, ref Unsafe.As<T, float>(ref destination), count))
        {
            return;
        }

        for (nuint start = 0; start < count * rows * columns; start += rows * columns)
        {
            Transposition.Transpose(in Unsafe.Add(ref source, start), ref Unsafe.Add(ref destination, start), rows, columns);
        }
    }
}
