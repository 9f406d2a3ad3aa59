using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>
/// Walks an operator over the rows of a block, at the widest vector that a row fills by half. The choice folds away where
/// the length of a row is a constant; nothing outside the memory given is touched.
/// </summary>
internal static class RowBlock<TOperator, T>
    where TOperator : struct, IRowOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The softmax of a single element is 1: no matter for a tile.</summary>
    private const int FewestInTiles = 2;

    /// <summary>The columns that a tile has memory for; a longer row keeps a vector busy on its own.</summary>
    private const int MostInTiles = 16;

    /// <summary>Results of x alone, row by row.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Map(ReadOnlySpan<T> x, Span<T> result, int columns) => Walk(x, x, result, columns, T.One);

    /// <summary>Results of x and y unless the memory for them is empty; returns the sum of the losses.</summary>
    [MethodImpl(AggressiveInlining)]
    public static double Walk(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, int columns, T scale)
    {
        Lengths.MustMatch(x.Length, y.Length, nameof(y));
        return Dispatch(
            in MemoryMarshal.GetReference(x), in MemoryMarshal.GetReference(y), in Unsafe.NullRef<int>(), ref Start(result, x.Length), Row.Count(x.Length, columns), columns, scale);
    }

    /// <summary>Results of x and the labels of the rows unless the memory for them is empty; returns the sum of the losses.</summary>
    [MethodImpl(AggressiveInlining)]
    public static double WalkLabels(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> result, int columns, T scale)
    {
        ref T first = ref MemoryMarshal.GetReference(x);
        int rows = Row.Count(x.Length, columns);
        Lengths.MustMatch(rows, labels.Length, nameof(labels));
        return Dispatch(in first, in first, in MemoryMarshal.GetReference(labels), ref Start(result, x.Length), rows, columns, scale);
    }

    /// <summary>Results of a single row; returns its loss.</summary>
    /// <param name="x">[columns].</param>
    /// <param name="y">As many; unused if the operator takes labels.</param>
    /// <param name="result">Receives as many.</param>
    /// <param name="columns">The length of the row, at least 1.</param>
    /// <param name="scale">The factor of results that are gradients.</param>
    [MethodImpl(AggressiveInlining)]
    public static double WalkRow(ref readonly T x, ref readonly T y, ref T result, int columns, T scale) =>
        ByRows(in x, in y, in Unsafe.NullRef<int>(), ref result, 1, columns, scale);

    /// <summary>Results of a single row with a label; returns its loss.</summary>
    /// <param name="x">[columns].</param>
    /// <param name="label">Below <paramref name="columns"/>.</param>
    /// <param name="result">Receives as many.</param>
    /// <param name="columns">The length of the row, at least 1.</param>
    /// <param name="scale">The factor of results that are gradients.</param>
    [MethodImpl(AggressiveInlining)]
    public static double WalkRow(ref readonly T x, ref readonly int label, ref T result, int columns, T scale) =>
        ByRows(in x, in x, in label, ref result, 1, columns, scale);

    /// <summary>Computes the results, and returns the sum of the losses.</summary>
    /// <param name="x">[rows, columns].</param>
    /// <param name="y">The same shape; unused if the operator takes labels.</param>
    /// <param name="labels">One per row, each below <paramref name="columns"/>, if the operator takes them.</param>
    /// <param name="result">The same shape, or a null reference; may be the memory of one of the others.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    /// <param name="scale">The factor of results that are gradients.</param>
    [MethodImpl(AggressiveInlining)]
    private static double Dispatch(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale)
    {
        int lanes = Lanes;
        if (!TOperator.FitsTiles || columns is < FewestInTiles or > MostInTiles || rows < lanes)
        {
            return ByRows(in x, in y, in labels, ref result, rows, columns, scale);
        }

        int whole = rows & -lanes;
        double sum = ByTiles(in x, in y, in labels, ref result, whole, columns, scale);
        if (whole == rows)
        {
            return sum;
        }

        nint start = (nint)whole * columns;
        return sum + ByRows(
            in Unsafe.Add(ref Unsafe.AsRef(in x), start),
            in Unsafe.Add(ref Unsafe.AsRef(in y), start),
            in TOperator.TakesLabels ? ref Unsafe.Add(ref Unsafe.AsRef(in labels), whole) : ref Unsafe.AsRef(in labels),
            ref Unsafe.IsNullRef(ref result) ? ref result : ref Unsafe.Add(ref result, start),
            rows - whole,
            columns,
            scale);
    }

    /// <summary>
    /// The rows of a tile, beyond any number of rows where tiles do not pay: of 4 rows they took from half to one and a half
    /// times as long as single rows, of 8 and 16 never longer, and a sixth for the fewest columns.
    /// </summary>
    private static int Lanes
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated ? Vector512<T>.Count
            : Vector256.IsHardwareAccelerated && typeof(T) == typeof(float) ? Vector256<T>.Count
            : int.MaxValue;
    }

    /// <summary><see cref="Dispatch"/> of whole tiles of rows.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double ByTiles(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        Vector512.IsHardwareAccelerated
            ? TilesIn512(in x, in y, in labels, ref result, rows, columns, scale)
            : TilesIn256(in x, in y, in labels, ref result, rows, columns, scale);

    [MethodImpl(AggressiveInlining)]
    private static double TilesIn512(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        RowTiles<TOperator, T, Vector512<T>, Simd512<T>>.Walk(in x, in y, in labels, ref result, (nuint)rows, (nuint)columns, scale);

    [MethodImpl(AggressiveInlining)]
    private static double TilesIn256(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        RowTiles<TOperator, T, Vector256<T>, Simd256<T>>.Walk(in x, in y, in labels, ref result, (nuint)rows, (nuint)columns, scale);

    /// <summary><see cref="Dispatch"/> of rows that are taken one by one.</summary>
    /// <remarks>
    /// A method per width, although each is part of this one: the JIT loads the types of every call in a method that it inlines,
    /// also of those that a constant length leaves out.
    /// </remarks>
    [MethodImpl(AggressiveInlining)]
    private static double ByRows(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale)
    {
        if (Vector512.IsHardwareAccelerated && columns > Vector256<T>.Count)
        {
            return In512(in x, in y, in labels, ref result, rows, columns, scale);
        }

        if (Vector256.IsHardwareAccelerated && columns > Vector128<T>.Count)
        {
            return In256(in x, in y, in labels, ref result, rows, columns, scale);
        }

        if (Vector128.IsHardwareAccelerated && columns > 1)
        {
            return In128(in x, in y, in labels, ref result, rows, columns, scale);
        }

        return Vector128.IsHardwareAccelerated
            ? InSingles(in x, in y, in labels, ref result, rows, columns, scale)
            : InScalars(in x, in y, in labels, ref result, rows, columns, scale);
    }

    /// <summary><see cref="ByRows"/> in vectors of 512 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double In512(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        columns <= Vector512<T>.Count
            ? Short<Vector512<T>, Simd512<T>, Lanes512<T>>(in x, in y, in labels, ref result, rows, columns, scale)
            : LongRows<TOperator, T, Vector512<T>, Simd512<T>, Lanes512<T>>.Walk(in x, in y, in labels, ref result, (nuint)rows, (nuint)columns, scale);

    /// <summary><see cref="ByRows"/> in vectors of 256 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double In256(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        columns <= Vector256<T>.Count
            ? Short<Vector256<T>, Simd256<T>, Lanes256<T>>(in x, in y, in labels, ref result, rows, columns, scale)
            : LongRows<TOperator, T, Vector256<T>, Simd256<T>, Lanes256<T>>.Walk(in x, in y, in labels, ref result, (nuint)rows, (nuint)columns, scale);

    /// <summary><see cref="ByRows"/> in vectors of 128 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double In128(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        columns <= Vector128<T>.Count
            ? Short<Vector128<T>, Simd128<T>, Lanes128<T>>(in x, in y, in labels, ref result, rows, columns, scale)
            : LongRows<TOperator, T, Vector128<T>, Simd128<T>, Lanes128<T>>.Walk(in x, in y, in labels, ref result, (nuint)rows, (nuint)columns, scale);

    /// <summary><see cref="ByRows"/> of rows of a single element, in a vector nonetheless.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double InSingles(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        Short<Vector128<T>, Simd128<T>, LanesSingle<T>>(in x, in y, in labels, ref result, rows, columns, scale);

    /// <summary><see cref="ByRows"/> without vectors.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double InScalars(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale) =>
        LongRows<TOperator, T, T, SimdScalar<T>, LanesScalar<T>>.Walk(in x, in y, in labels, ref result, (nuint)rows, (nuint)columns, scale);

    /// <summary><see cref="ByRows"/> of rows that one vector holds.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double Short<TVector, TSimd, TLanes>(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, int rows, int columns, T scale)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where TLanes : struct, ILanes<TVector, T> =>
        rows == 1
            ? ShortRows<TOperator, T, TVector, TSimd, TLanes>.WalkRow(in x, in y, in labels, ref result, (nuint)columns, scale)
            : ShortRows<TOperator, T, TVector, TSimd, TLanes>.Walk(in x, in y, in labels, ref result, (nuint)rows, (nuint)columns, scale);

    [MethodImpl(AggressiveInlining)]
    private static ref T Start(Span<T> result, int length)
    {
        if (result.IsEmpty)
        {
            return ref Unsafe.NullRef<T>();
        }

        Lengths.MustMatch(length, result.Length, nameof(result));
        return ref MemoryMarshal.GetReference(result);
    }
}
