using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

namespace NetGen.CompilerServices;

/// <summary>Called by generated code: walks the rows of a block with a loss. Lengths are checked by the caller.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowLoss
{
    /// <summary>
    /// Number of outputs that an elementwise loss takes at once: few enough to sum in one go without loss of digits, and to
    /// still be in the first-level cache when they are scaled.
    /// </summary>
    private const int ElementsAtOnce = 1024;

    /// <summary>The sum of the losses of the rows.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="columns">The length of a row.</param>
    public static double Evaluate<TLoss, T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int columns)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int step = Step<TLoss, T>(outputs.Length, columns);
        double sum = 0;
        for (int start = 0; start < outputs.Length; start += step)
        {
            int count = Math.Min(step, outputs.Length - start);
            sum += ToDouble(TLoss.Evaluate(outputs.Slice(start, count), targets.Slice(start, count)));
        }

        return sum;
    }

    /// <summary>The sum of the losses of the rows, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="gradient">Receives scale · ∂loss/∂outputs (overwritten); apart from the other spans.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="scale">The factor of the gradient; the sum that is returned does not have it.</param>
    public static double Differentiate<TLoss, T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, int columns, T scale)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int step = Step<TLoss, T>(outputs.Length, columns);
        double sum = 0;
        for (int start = 0; start < outputs.Length; start += step)
        {
            int count = Math.Min(step, outputs.Length - start);
            Span<T> slopes = gradient.Slice(start, count);
            sum += ToDouble(TLoss.Differentiate(outputs.Slice(start, count), targets.Slice(start, count), slopes));
            Scale(slopes, scale);
        }

        return sum;
    }

    /// <summary>The sum of the losses of the rows against the indices of their classes.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="labels">One class index per row, each below <paramref name="columns"/>.</param>
    /// <param name="columns">The length of a row.</param>
    public static double EvaluateLabels<TLoss, T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int columns)
        where TLoss : struct, ILabelLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
            sum += ToDouble(TLoss.Evaluate(outputs.Slice(row * columns, columns), labels[row]));
        return sum;
    }

    /// <summary>The sum of the losses of the rows against the indices of their classes, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="labels">One class index per row, each below <paramref name="columns"/>.</param>
    /// <param name="gradient">Receives scale · ∂loss/∂outputs (overwritten); apart from the other spans.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="scale">The factor of the gradient; the sum that is returned does not have it.</param>
    public static double DifferentiateLabels<TLoss, T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> gradient, int columns, T scale)
        where TLoss : struct, ILabelLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            Span<T> slopes = gradient.Slice(row * columns, columns);
            sum += ToDouble(TLoss.Differentiate(outputs.Slice(row * columns, columns), labels[row], slopes));
            Scale(slopes, scale);
        }

        return sum;
    }

    private static int Step<TLoss, T>(int length, int columns)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLoss.IsElementwise ? Math.Min(Math.Max(length, 1), ElementsAtOnce) : columns;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scale<T>(Span<T> values, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scale != T.One)
            RowWalk<Scaled<T>, T>.Map(values, values, values, scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToDouble<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        double.CreateTruncating(value);
}
