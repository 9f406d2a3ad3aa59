using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Rows;

/// <summary>A block of a loss that knows only single rows, such as one of a user. Every slice is checked.</summary>
internal static class RowByRow<TLoss, T>
    where TLoss : struct, ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Number of outputs that an elementwise loss takes at once: few enough to sum in one go without loss of digits.</summary>
    private const int OutputsAtOnce = 1024;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int columns)
    {
        int step = Step(outputs.Length, columns);
        double sum = 0;
        for (int start = 0; start < outputs.Length; start += step)
        {
            int count = Math.Min(step, outputs.Length - start);
            sum += double.CreateTruncating(TLoss.Evaluate(outputs.Slice(start, count), targets.Slice(start, count)));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Differentiate(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, int columns, T scale)
    {
        int step = Step(outputs.Length, columns);
        double sum = 0;
        for (int start = 0; start < outputs.Length; start += step)
        {
            int count = Math.Min(step, outputs.Length - start);
            T loss = TLoss.Differentiate(
                outputs.Slice(start, count), targets.Slice(start, count), gradient.Slice(start, count));
            sum += double.CreateTruncating(loss);
        }

        ScaledGradient<T>.Invoke(gradient[..outputs.Length], scale);
        return sum;
    }

    private static int Step(int length, int columns) =>
        TLoss.IsElementwise ? Math.Min(Math.Max(length, 1), OutputsAtOnce) : columns;
}
