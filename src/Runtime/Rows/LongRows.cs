using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>
/// Rows of at least one whole vector, walked once for each look. The last vector of a row ends at its last element and may
/// overlap the one before; it is read before a walk writes, and the elements that it repeats are left out of the sums.
/// </summary>
internal static class LongRows<TOperator, T, TVector, TSimd, TLanes>
    where TOperator : struct, IRowOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where TLanes : struct, ILanes<TVector, T>
{
    private static nuint Count
    {
        [MethodImpl(AggressiveInlining)]
        get => (nuint)TSimd.Count;
    }

    /// <inheritdoc cref="RowBlock{TOperator, T}.Dispatch"/>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static double Walk(
        ref readonly T x, ref readonly T y, ref readonly int labels, ref T result, nuint rows, nuint columns, T scale)
    {
        TVector tail = LaneMap<TVector, TSimd, T>.From((0 - columns) & (Count - 1));
        TVector factor = TSimd.Create(scale);
        nuint last = columns - Count;
        double sum = 0;
        for (nuint row = 0; row < rows;)
        {
            nuint end = Math.Min(row + Count, rows);
            RowSums<TVector, TSimd, T> sums = new();
            for (; row < end; row++)
            {
                nuint start = row * columns;
                ref T first = ref Unsafe.Add(ref Unsafe.AsRef(in x), start);
                ref T second = ref Unsafe.Add(ref Unsafe.AsRef(in y), start);
                ref T target = ref Unsafe.IsNullRef(ref result) ? ref result : ref Unsafe.Add(ref result, start);
                nint label = TOperator.TakesLabels ? Row.Label(in labels, row, columns) : 0;
                T extreme = Reference(ref first, label, last);
                TVector reference = TSimd.Create(extreme);
                T sum1 = T.Zero;
                T sum2 = T.Zero;
                if (TOperator.Sums > 0)
                    Gather(ref first, ref second, label, ref target, last, reference, tail, out sum1, out sum2);
                if (TOperator.SumsHaveLoss)
                    sums.Add(sum1, sum2);
                T offset = TOperator.Offset<T, SimdScalar<T>>(sum1, sum2);
                TVector losses = TSimd.Create(0.0);
                if ((TOperator.HasLoss && !TOperator.LossIsOfLabel) || !Unsafe.IsNullRef(ref target))
                    losses = Finish(ref first, ref second, label, ref target, last, reference, tail, TSimd.Create(TOperator.Factor<T, SimdScalar<T>>(sum1, sum2)), TSimd.Create(offset), factor);
                if (TOperator.LossIsOfLabel)
                    sum += double.CreateTruncating(TOperator.Loss<T, SimdScalar<T>>(Unsafe.Add(ref first, label), T.One, extreme, offset));
                else if (TOperator.HasLoss)
                    sum += double.CreateTruncating(TLanes.Sum(losses));
            }

            if (TOperator.SumsHaveLoss)
                sum += double.CreateTruncating(TLanes.Sum(TOperator.LossOfSums<TVector, TSimd>(sums.First, sums.Second)));
        }

        return sum;
    }

    [MethodImpl(AggressiveInlining)]
    private static T Reference(ref readonly T x, nint label, nuint last)
    {
        if (TOperator.Reference == RowReference.Labelled)
            return Unsafe.Add(ref Unsafe.AsRef(in x), label);
        if (TOperator.Reference == RowReference.None)
            return T.Zero;
        TVector max = TSimd.Load(in x, last);
        for (nuint i = 0; i < last; i += Count)
            max = TSimd.Max(max, TSimd.Load(in x, i));
        return TLanes.Max(max);
    }

    /// <summary>The second look: the sums, and what is kept in the memory of the result.</summary>
    [MethodImpl(AggressiveInlining)]
    private static void Gather(
        ref readonly T x, ref readonly T y, nint label, ref T result, nuint last, TVector reference, TVector tail, out T sum1, out T sum2)
    {
        bool stores = TOperator.Keeps && !Unsafe.IsNullRef(ref result);
        TVector zero = TSimd.Create(0.0);
        TVector first = zero;
        TVector second = zero;
        TVector counted = TSimd.Equals(zero, zero);
        TVector lastElement = TSimd.Load(in x, last);
        TVector element = TSimd.Load(in x, 0);
        nuint i = 0;
        while (true)
        {
            TVector other = Other(in y, label, i);
            TVector kept = TOperator.Keep<TVector, TSimd>(element, other, reference);
            first = TSimd.Add(first, Counted(counted, TOperator.First<TVector, TSimd>(kept, element, other)));
            if (TOperator.Sums > 1)
                second = TSimd.Add(second, Counted(counted, TOperator.Second<TVector, TSimd>(kept, element, other)));
            if (stores)
                TSimd.Store(kept, ref result, i);
            if (i == last)
                break;

            i += Count;
            if (i < last)
            {
                element = TSimd.Load(in x, i);
            }
            else
            {
                element = lastElement;
                counted = tail;
                i = last;
            }
        }

        sum1 = TLanes.Sum(first);
        sum2 = TOperator.Sums > 1 ? TLanes.Sum(second) : T.Zero;
    }

    /// <summary>The last look: the results, and the losses.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Finish(
        ref readonly T x, ref readonly T y, nint label, ref T result, nuint last, TVector reference, TVector tail, TVector c, TVector d, TVector factor)
    {
        bool stores = !Unsafe.IsNullRef(ref result);
        ref readonly T source = ref TOperator.Keeps && stores ? ref result : ref x;
        TVector losses = TSimd.Create(0.0);
        TVector counted = TSimd.Equals(losses, losses);
        TVector lastElement = TSimd.Load(in source, last);
        TVector lastOther = Other(in y, label, last);
        TVector element = TSimd.Load(in source, 0);
        TVector other = Other(in y, label, 0);
        nuint i = 0;
        while (true)
        {
            if (TOperator.HasLoss && !TOperator.LossIsOfLabel)
            {
                TVector output = TOperator.Keeps ? TSimd.Load(in x, i) : element;
                losses = TSimd.Add(losses, Counted(counted, TOperator.Loss<TVector, TSimd>(output, other, reference, d)));
            }

            if (stores)
            {
                TVector kept = TOperator.Keeps ? element : TOperator.Keep<TVector, TSimd>(element, other, reference);
                TVector value = TOperator.Result<TVector, TSimd>(kept, element, other, c, d);
                if (TOperator.IsGradient)
                    value = GradientFloor.Flush<TVector, TSimd, T>(TSimd.Multiply(value, factor));
                TSimd.Store(value, ref result, i);
            }

            if (i == last)
                return losses;

            i += Count;
            if (i < last)
            {
                element = TSimd.Load(in source, i);
                other = Other(in y, label, i);
            }
            else
            {
                element = lastElement;
                other = lastOther;
                counted = tail;
                i = last;
            }
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Other(ref readonly T y, nint label, nuint start) => TOperator.TakesLabels
        ? LaneMap<TVector, TSimd, T>.OneHot(LaneMap<TVector, TSimd, T>.Indices, label, start)
        : TSimd.Load(in y, start);

    /// <summary>The terms that are counted: all where one element is a vector, and no vector overlaps another.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Counted(TVector counted, TVector terms) => TSimd.Count == 1 ? terms : TSimd.And(counted, terms);
}
