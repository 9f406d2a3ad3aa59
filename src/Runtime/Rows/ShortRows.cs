using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>Rows that one vector holds, each read once, computed in registers and written once.</summary>
internal static class ShortRows<TOperator, T, TVector, TSimd, TLanes>
    where TOperator : struct, IRowOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where TLanes : struct, ILanes<TVector, T>
{
    /// <inheritdoc cref="RowBlock{TOperator, T}.Dispatch"/>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static double Walk(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, nuint rows, nuint columns, T scale)
    {
        TVector distinct = LaneMap<TVector, TSimd, T>.Distinct(columns);
        TVector elements = LaneMap<TVector, TSimd, T>.Elements(columns);
        TVector factor = TSimd.Create(scale);
        double sum = 0;
        for (nuint row = 0; row < rows;)
        {
            // As many rows as lanes, which collect their sums; the losses are added in T no further.
            nuint end = Math.Min(row + (nuint)TSimd.Count, rows);
            TVector losses = TSimd.Create(0.0);
            RowSums<TVector, TSimd, T> sums = new();
            for (; row < end; row++)
            {
                nuint start = row * columns;
                ref T first = ref Unsafe.Add(ref Unsafe.AsRef(in x), start);
                nint label = TOperator.TakesLabels ? Row.Label(in labels, row, columns) : 0;
                TVector element = TLanes.Load(in first, columns);
                TVector other = TOperator.TakesLabels
                    ? LaneMap<TVector, TSimd, T>.OneHot(elements, label, 0)
                    : TLanes.Load(in Unsafe.Add(ref Unsafe.AsRef(in y), start), columns);
                TVector loss = Compute(element, other, distinct, in first, label, ref At(ref result, start), columns, factor, out T sum1, out T sum2);
                if (TOperator.HasLoss)
                    losses = TSimd.Add(losses, loss);
                if (TOperator.SumsHaveLoss)
                    sums.Add(sum1, sum2);
            }

            if (TOperator.HasLoss)
                losses = TSimd.And(losses, distinct);
            if (TOperator.SumsHaveLoss)
                losses = TSimd.Add(losses, TOperator.LossOfSums<TVector, TSimd>(sums.First, sums.Second));
            if (TOperator.HasLoss || TOperator.SumsHaveLoss)
                sum += double.CreateTruncating(TLanes.Sum(losses));
        }

        return sum;
    }

    /// <summary><see cref="Walk"/> of a single row: what follows waits for it, so it has no loops, and no masks where it fills the vector.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static double WalkRow(ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, nuint columns, T scale)
    {
        bool isFull = columns == (nuint)TSimd.Count;
        nint label = TOperator.TakesLabels ? Row.Label(in labels, 0, columns) : 0;
        TVector element = isFull ? TSimd.Load(in x, 0) : TLanes.Load(in x, columns);
        TVector other = TOperator.TakesLabels
            ? LaneMap<TVector, TSimd, T>.OneHot(LaneMap<TVector, TSimd, T>.Elements(columns), label, 0)
            : isFull ? TSimd.Load(in y, 0) : TLanes.Load(in y, columns);
        TVector distinct = isFull ? LaneMap<TVector, TSimd, T>.From(0) : LaneMap<TVector, TSimd, T>.Distinct(columns);
        TVector terms = Compute(element, other, distinct, in x, label, ref result, columns, TSimd.Create(scale), out T sum1, out T sum2);
        T loss = TOperator.HasLoss ? Sum(terms, distinct) : T.Zero;
        if (TOperator.SumsHaveLoss)
            loss += TOperator.LossOfSums<T, SimdScalar<T>>(sum1, sum2);
        return double.CreateTruncating(loss);
    }

    /// <summary>The results of a row, stored unless the memory for them is a null reference, and its sums; returns the terms of its loss.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Compute(
        TVector element, TVector other, TVector distinct, ref readonly T row, nint label, ref T result, nuint columns, TVector factor, out T sum1, out T sum2)
    {
        TVector reference = Reference(element, in row, label);
        TVector kept = TOperator.Keep<TVector, TSimd>(element, other, reference);
        sum1 = TOperator.Sums > 0 ? Sum(TOperator.First<TVector, TSimd>(kept, element, other), distinct) : T.Zero;
        sum2 = TOperator.Sums > 1 ? Sum(TOperator.Second<TVector, TSimd>(kept, element, other), distinct) : T.Zero;
        TVector d = TSimd.Create(TOperator.Offset<T, SimdScalar<T>>(sum1, sum2));
        if (!Unsafe.IsNullRef(ref result))
        {
            TVector c = TSimd.Create(TOperator.Factor<T, SimdScalar<T>>(sum1, sum2));
            TVector value = TOperator.Result<TVector, TSimd>(kept, element, other, c, d);
            if (TOperator.IsGradient)
                value = GradientFloor.Flush<TVector, TSimd, T>(TSimd.Multiply(value, factor));
            TLanes.Store(value, ref result, columns);
        }

        return TOperator.HasLoss ? TOperator.Loss<TVector, TSimd>(element, other, reference, d) : TSimd.Create(0.0);
    }

    /// <summary>A row of the results, or a null reference where there are none.</summary>
    [MethodImpl(AggressiveInlining)]
    private static ref T At(ref T result, nuint start) => ref Unsafe.IsNullRef(ref result) ? ref result : ref Unsafe.Add(ref result, start);

    [MethodImpl(AggressiveInlining)]
    private static TVector Reference(TVector element, ref readonly T row, nint label) => TOperator.Reference switch
    {
        RowReference.Maximum => TSimd.Create(TLanes.Max(element)),
        RowReference.Labelled => TSimd.Create(Unsafe.Add(ref Unsafe.AsRef(in row), label)),
        _ => element,
    };

    [MethodImpl(AggressiveInlining)]
    private static T Sum(TVector terms, TVector distinct) => TLanes.Sum(TSimd.And(terms, distinct));
}
