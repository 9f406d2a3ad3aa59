using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Sums of spans.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Accumulation
{
    /// <summary>Adds <paramref name="source"/> to <paramref name="destination"/>, which is as long.</summary>
    /// <param name="source">What is added.</param>
    /// <param name="destination">What it is added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T from = ref MemoryMarshal.GetReference(source);
        ref T to = ref MemoryMarshal.GetReference(destination);
        nuint count = (nuint)source.Length;
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + (nuint)Vector512<T>.Count <= count; i += (nuint)Vector512<T>.Count)
            {
                (Vector512.LoadUnsafe(ref to, i) + Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
            }
        }

        for (; i + (nuint)Vector<T>.Count <= count; i += (nuint)Vector<T>.Count)
        {
            (Vector.LoadUnsafe(ref to, i) + Vector.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref to, i) += Unsafe.Add(ref from, i);
        }
    }

    /// <summary>Adds columns that lie one behind the other to a few columns of a matrix.</summary>
    /// <param name="source">The first element of what is added, [columns, rows].</param>
    /// <param name="destination">The first element of the first of the columns, in a matrix [rows, stride]; memory apart from the source.</param>
    /// <param name="rows">Rows of the destination.</param>
    /// <param name="stride">Elements of a row of the destination.</param>
    /// <param name="columns">How many columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddColumns<T>(ref readonly T source, ref T destination, nuint rows, nuint stride, nuint columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nuint j = 0; j < columns; j++)
        {
            ref T from = ref Unsafe.Add(ref Unsafe.AsRef(in source), j * rows);
            for (nuint i = 0; i < rows; i++)
                Unsafe.Add(ref destination, (i * stride) + j) += Unsafe.Add(ref from, i);
        }
    }
}
