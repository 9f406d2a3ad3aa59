using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>
/// Short rows, one per lane: as many rows as a vector has lanes are brought to one vector per column, so that maxima and sums
/// of a row need no look across lanes, and one quotient or logarithm serves all the rows.
/// </summary>
internal static class RowTiles<TOperator, T, TVector, TSimd>
    where TOperator : struct, IRowOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
{
    private static nuint Count
    {
        [MethodImpl(AggressiveInlining)]
        get => (nuint)TSimd.Count;
    }

    /// <summary>Whether y has a tile of its own.</summary>
    private static bool HasOthers
    {
        [MethodImpl(AggressiveInlining)]
        get => !TOperator.IsUnary && !TOperator.TakesLabels;
    }

    /// <inheritdoc cref="RowBlock{TOperator, T}.Dispatch"/>
    /// <remarks>The rows are whole tiles, the columns at most 16.</remarks>
    [MethodImpl(AggressiveInlining)]
    public static double Walk(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, nuint rows, nuint columns, T scale)
    {
        // The stack is cleared on every call, which takes as long as some rows: no more of it than needed.
        nuint numbers = (columns * Count * (HasOthers ? 2u : 1u)) + (TOperator.TakesLabels ? Count : 0);
        return numbers switch
        {
            <= 64 => Walk<StackRow64<T>>(in x, in y, in labels, ref result, rows, columns, scale),
            <= 128 => Walk<StackRow128<T>>(in x, in y, in labels, ref result, rows, columns, scale),
            <= 256 => Walk<StackRow256<T>>(in x, in y, in labels, ref result, rows, columns, scale),
            _ => Walk<StackRow512>(in x, in y, in labels, ref result, rows, columns, scale),
        };
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static double Walk<TMemory>(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, nuint rows, nuint columns, T scale)
        where TMemory : struct
    {
        TMemory memory = default;
        ref T tile = ref StackRow.Start<TMemory, T>(ref memory);
        nuint length = columns * Count;
        ref T others = ref HasOthers || TOperator.TakesLabels ? ref Unsafe.Add(ref tile, length) : ref tile;
        bool stores = !Unsafe.IsNullRef(ref result);
        double sum = 0;
        for (nuint row = 0; row < rows;)
        {
            // As many tiles as lanes; the losses are added in T no further.
            nuint end = Math.Min(row + (Count * Count), rows);
            TVector losses = TSimd.Create(0.0);
            for (; row < end; row += Count)
            {
                nuint start = row * columns;
                LaneTransposition<TVector, TSimd, T>.ToTiles(ref Unsafe.Add(ref Unsafe.AsRef(in x), start), columns, ref tile, 1);
                if (HasOthers)
                    LaneTransposition<TVector, TSimd, T>.ToTiles(ref Unsafe.Add(ref Unsafe.AsRef(in y), start), columns, ref others, 1);
                TVector label = TOperator.TakesLabels ? Labels(in labels, row, columns, ref others) : TSimd.Create(0.0);
                losses = TSimd.Add(losses, Compute(ref tile, in others, label, length, stores, scale));
                if (stores)
                    LaneTransposition<TVector, TSimd, T>.ToRows(ref tile, columns, ref Unsafe.Add(ref result, start), 1);
            }

            if (TOperator.HasLoss || TOperator.SumsHaveLoss)
                sum += double.CreateTruncating(TSimd.Sum(losses));
        }

        return sum;
    }

    /// <summary>From x to the results in one tile; returns the losses of its rows.</summary>
    /// <param name="tile">x on entry, the results on return if they are to be stored.</param>
    /// <param name="others">y, unless the operator takes labels.</param>
    /// <param name="label">The labels of the rows if it does.</param>
    /// <param name="length">The elements of the tile.</param>
    /// <param name="stores">Whether results are wanted.</param>
    /// <param name="scale">The factor of results that are gradients.</param>
    [MethodImpl(AggressiveInlining)]
    private static TVector Compute(ref T tile, ref readonly T others, TVector label, nuint length, bool stores, T scale)
    {
        TVector one = TSimd.Create(1.0);
        TVector zero = TSimd.Create(0.0);
        TVector first = zero;
        TVector second = zero;
        TVector losses = zero;
        TVector labelled = zero;
        TVector reference = Reference(in tile, length);

        // What is left to the row's label: 0 at the label itself.
        TVector distance = label;
        for (nuint i = 0; i < length; i += Count)
        {
            TVector x = TSimd.Load(in tile, i);
            TVector isLabel = TSimd.Equals(distance, zero);
            TVector y = TOperator.TakesLabels ? TSimd.And(isLabel, one) : TSimd.Load(in others, i);
            TVector kept = TOperator.Keep<TVector, TSimd>(x, y, reference);
            first = TSimd.Add(first, TOperator.First<TVector, TSimd>(kept, x, y));
            if (TOperator.Sums > 1)
                second = TSimd.Add(second, TOperator.Second<TVector, TSimd>(kept, x, y));
            if (TOperator.LossIsOfLabel)
                labelled = TSimd.Select(isLabel, x, labelled);
            else if (TOperator.HasLoss && TOperator.Keeps)
                losses = TSimd.Add(losses, TOperator.Loss<TVector, TSimd>(x, y, reference, zero));
            if (TOperator.Keeps)
                TSimd.Store(kept, ref tile, i);
            if (TOperator.TakesLabels)
                distance = TSimd.Subtract(distance, one);
        }

        TVector d = TOperator.Offset<TVector, TSimd>(first, second);
        if (TOperator.LossIsOfLabel)
            losses = TOperator.Loss<TVector, TSimd>(labelled, one, reference, d);
        else if (TOperator.HasLoss && !TOperator.Keeps)
            losses = Losses(in tile, in others, length, reference, d);
        if (TOperator.SumsHaveLoss)
            losses = TSimd.Add(losses, TOperator.LossOfSums<TVector, TSimd>(first, second));
        if (stores)
            Finish(ref tile, in others, label, length, reference, TOperator.Factor<TVector, TSimd>(first, second), d, TSimd.Create(scale));
        return losses;
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Reference(ref readonly T tile, nuint length)
    {
        TVector reference = TSimd.Load(in tile, 0);
        if (TOperator.Reference == RowReference.Maximum)
        {
            for (nuint i = Count; i < length; i += Count)
                reference = TSimd.Max(reference, TSimd.Load(in tile, i));
        }

        return reference;
    }

    /// <summary>The losses of rows whose x is still in the tile.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Losses(ref readonly T tile, ref readonly T others, nuint length, TVector reference, TVector d)
    {
        TVector losses = TSimd.Create(0.0);
        for (nuint i = 0; i < length; i += Count)
            losses = TSimd.Add(losses, TOperator.Loss<TVector, TSimd>(TSimd.Load(in tile, i), TSimd.Load(in others, i), reference, d));
        return losses;
    }

    /// <summary>From x, or what is kept of it, to the results.</summary>
    [MethodImpl(AggressiveInlining)]
    private static void Finish(
        ref T tile, ref readonly T others, TVector distance, nuint length, TVector reference, TVector c, TVector d, TVector factor)
    {
        TVector one = TSimd.Create(1.0);
        for (nuint i = 0; i < length; i += Count)
        {
            TVector x = TSimd.Load(in tile, i);
            TVector y = TOperator.TakesLabels
                ? TSimd.And(TSimd.Equals(distance, TSimd.Create(0.0)), one)
                : TSimd.Load(in others, i);
            TVector kept = TOperator.Keeps ? x : TOperator.Keep<TVector, TSimd>(x, y, reference);
            TVector value = TOperator.Result<TVector, TSimd>(kept, x, y, c, d);
            if (TOperator.IsGradient)
                value = GradientFloor.Flush<TVector, TSimd, T>(TSimd.Multiply(value, factor));
            TSimd.Store(value, ref tile, i);
            if (TOperator.TakesLabels)
                distance = TSimd.Subtract(distance, one);
        }
    }

    /// <summary>The labels of the rows of a tile, checked, as numbers.</summary>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="row">The first row of the tile.</param>
    /// <param name="columns">What a label is below.</param>
    /// <param name="memory">Free for one vector.</param>
    [MethodImpl(AggressiveInlining)]
    private static TVector Labels(ref readonly int labels, nuint row, nuint columns, ref T memory)
    {
        for (nuint lane = 0; lane < Count; lane++)
        {
            nint label = Row.Label(in labels, row + lane, columns);
            if (typeof(T) == typeof(double))
                Unsafe.Add(ref memory, lane) = Unsafe.BitCast<double, T>(label);
        }

        if (typeof(T) == typeof(double))
            return TSimd.Load(in memory, 0);

        // A small integer in the mantissa of 2²³: that much too large.
        TVector bits = TSimd.Load(in Unsafe.As<int, T>(ref Unsafe.AsRef(in labels)), row);
        TVector bias = TSimd.Create(1 << SingleLayout.MantissaBits);
        return TSimd.Subtract(TSimd.Or(bits, bias), bias);
    }

    /// <summary>Memory for 512 numbers: two tiles of 16 columns and 16 rows.</summary>
    [InlineArray(528)]
    private struct StackRow512
    {
        private T _first;
    }
}
