using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Rows;

/// <summary>A block of a loss against labels that knows only single rows, such as one of a user. Every slice is checked.</summary>
internal static class RowByRowLabels<TLoss, T>
    where TLoss : struct, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int columns)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
            sum += double.CreateTruncating(TLoss.Evaluate(outputs.Slice(row * columns, columns), labels[row]));
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Differentiate(
        ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> gradient, int columns, T scale)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            Span<T> slopes = gradient.Slice(row * columns, columns);
            sum += double.CreateTruncating(TLoss.Differentiate(outputs.Slice(row * columns, columns), labels[row], slopes));
        }

        ScaledGradient<T>.Invoke(gradient[..(labels.Length * columns)], scale);
        return sum;
    }
}
