using System.Numerics;
using NetGen;

namespace OwnLoss;

/// <summary>
/// A loss of one's own that couples the outputs of a row: the targets fall into ranges of equal values, each range
/// contributes the mean of |o − t| over its members, and the row's loss is the sum over the ranges.
/// </summary>
public readonly struct RangewiseMeanAbsoluteError<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        T loss = T.Zero;
        for (int start = 0, end; start < targets.Length; start = end)
        {
            end = EndOfRange(targets, start);
            T sum = T.Zero;
            for (int i = start; i < end; i++)
                sum += T.Abs(outputs[i] - targets[i]);
            loss += sum / T.CreateTruncating(end - start);
        }

        return loss;
    }

    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        for (int start = 0, end; start < targets.Length; start = end)
        {
            end = EndOfRange(targets, start);
            T length = T.CreateTruncating(end - start);
            for (int i = start; i < end; i++)
                gradient[i] = Slope(outputs[i] - targets[i]) / length;
        }

        return Evaluate(outputs, targets);
    }

    /// <summary>The sign of the difference, 0 at 0, NaN of NaN.</summary>
    private static T Slope(T difference) =>
        difference == T.Zero || T.IsNaN(difference) ? difference : T.CopySign(T.One, difference);

    private static int EndOfRange(ReadOnlySpan<T> targets, int start)
    {
        int end = start + 1;
        while (end < targets.Length && targets[end] == targets[start])
            end++;
        return end;
    }
}
