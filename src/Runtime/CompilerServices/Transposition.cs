using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using NetGen.Tiles;

namespace NetGen.CompilerServices;

/// <summary>Transposes matrices. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Transposition
{
    /// <summary>destination = sourceᵀ, both row-major and without gaps. Nothing outside of them is touched.</summary>
    /// <param name="source">The first element of a matrix, [rows, columns].</param>
    /// <param name="destination">The first element of the result, [columns, rows]; memory apart from the source.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose<T>(ref readonly T source, ref T destination, nuint rows, nuint columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nuint least = Math.Min(rows, columns);
        if (typeof(T) == typeof(float) && Zip.IsSupported && least >= SingleTile4.Size)
        {
            ref float from = ref Unsafe.As<T, float>(ref Unsafe.AsRef(in source));
            ref float to = ref Unsafe.As<T, float>(ref destination);
            if (Avx.IsSupported && least >= SingleTile8.Size)
                TileWalk<SingleTile8, float>.Transpose(in from, ref to, rows, columns);
            else
                TileWalk<SingleTile4, float>.Transpose(in from, ref to, rows, columns);
        }
        else if (typeof(T) == typeof(double) && Zip.IsSupported && least >= DoubleTile2.Size)
        {
            ref double from = ref Unsafe.As<T, double>(ref Unsafe.AsRef(in source));
            ref double to = ref Unsafe.As<T, double>(ref destination);
            if (Avx.IsSupported && least >= DoubleTile4.Size)
                TileWalk<DoubleTile4, double>.Transpose(in from, ref to, rows, columns);
            else
                TileWalk<DoubleTile2, double>.Transpose(in from, ref to, rows, columns);
        }
        else
        {
            TransposeElements(in source, ref destination, rows, columns);
        }
    }

    /// <summary>Copies a few columns of a matrix, one behind the other.</summary>
    /// <param name="source">The first element of the first of the columns, in a matrix [rows, stride].</param>
    /// <param name="destination">The first element of the result, [columns, rows]; memory apart from the source.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="stride">Elements of a row of the source.</param>
    /// <param name="columns">How many columns.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void CopyColumns<T>(ref readonly T source, ref T destination, nuint rows, nuint stride, nuint columns)
        where T : unmanaged
    {
        ref T from = ref Unsafe.AsRef(in source);
        for (nuint j = 0; j < columns; j++)
        {
            ref T to = ref Unsafe.Add(ref destination, j * rows);
            for (nuint i = 0; i < rows; i++)
                Unsafe.Add(ref to, i) = Unsafe.Add(ref from, (i * stride) + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TransposeElements<T>(ref readonly T source, ref T destination, nuint rows, nuint columns)
        where T : unmanaged
    {
        ref T from = ref Unsafe.AsRef(in source);
        if (rows == 1 || columns == 1)
        {
            int length = checked((int)(rows * columns));
            MemoryMarshal.CreateReadOnlySpan(ref from, length).CopyTo(MemoryMarshal.CreateSpan(ref destination, length));
            return;
        }

        for (nuint i = 0; i < rows; i++)
        {
            for (nuint j = 0; j < columns; j++)
                Unsafe.Add(ref destination, (j * rows) + i) = Unsafe.Add(ref from, (i * columns) + j);
        }
    }
}
