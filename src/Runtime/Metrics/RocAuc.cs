using System.Numerics;

namespace NetGen.Metrics;

/// <summary>
/// The area under the receiver operating characteristic: the probability that a row of class 1 scores higher than a row of
/// class 0, ties counted half (Hanley and McNeil, 1982).
/// </summary>
/// <remarks>
/// With the ranks r of the scores, ties sharing their mean rank, it is (Σr − n₁(n₁ + 1)/2) / (n₀·n₁) with the sum over the
/// n₁ rows of class 1. It is 1 where all of class 1 score above all of class 0, and ½ for scores that say nothing. Only the
/// order of the scores matters, so logits do as well as probabilities. The scores are copied to be sorted.
/// </remarks>
public static class RocAuc
{
    /// <summary>The area for scores of two classes.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">One score per row, higher for class 1.</param>
    /// <param name="targets">As many targets: 1 for class 1, 0 or −1 for class 0.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, there is no row, a target is not a class, all are of one class, or an output is NaN.
    /// </exception>
    public static double Binary<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Rows(outputs, 1);
        return Area(outputs, new ActualClasses<T>(targets, rows, 1), 1, 1, nameof(targets));
    }

    /// <summary>The area for scores of two classes.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">One score per row, higher for class 1.</param>
    /// <param name="labels">As many labels, 0 or 1.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, all labels are the same, or an output is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither 0 nor 1.</exception>
    public static double Binary<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Rows(outputs, 1);
        return Area(outputs, new ActualClasses<T>(labels, rows, 1), 1, 1, nameof(labels));
    }

    /// <summary>The mean over the classes of the area of one class against all others (macro average).</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of one score per class.</param>
    /// <param name="targets">As many rows of targets, each with one 1 among zeros.</param>
    /// <param name="outputSize">Number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, there is no row, a target is not a class, a class has no row or all, or an output is NaN.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> is below 2.</exception>
    public static double OneVersusRest<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 2);
        int rows = Rows(outputs, outputSize);
        return MeanArea(outputs, new ActualClasses<T>(targets, rows, outputSize), outputSize, nameof(targets));
    }

    /// <summary>The mean over the classes of the area of one class against all others (macro average).</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of one score per class.</param>
    /// <param name="labels">One class per row.</param>
    /// <param name="outputSize">Number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, there is no row, a class has no row or all, or an output is NaN.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> is below 2, or a label is not a class.</exception>
    public static double OneVersusRest<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 2);
        int rows = Rows(outputs, outputSize);
        return MeanArea(outputs, new ActualClasses<T>(labels, rows, outputSize), outputSize, nameof(labels));
    }

    private static int Rows<T>(ReadOnlySpan<T> outputs, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = MetricGuard.Rows(outputs.Length, outputSize, nameof(outputs));
        for (int i = 0; i < outputs.Length; i++)
        {
            if (T.IsNaN(outputs[i]))
                throw new ArgumentException($"Output {i} is NaN, which has no rank.", nameof(outputs));
        }

        return rows;
    }

    private static double MeanArea<T>(ReadOnlySpan<T> outputs, ActualClasses<T> actual, int outputSize, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int positive = 0; positive < outputSize; positive++)
            sum += Area(outputs, actual, outputSize, positive, name);
        return sum / outputSize;
    }

    /// <summary>The area of one class against all others, by its score or by the only one.</summary>
    private static double Area<T>(ReadOnlySpan<T> outputs, ActualClasses<T> actual, int outputSize, int positive, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = outputs.Length / outputSize;
        int column = outputSize == 1 ? 0 : positive;
        T[] scores = new T[rows];
        bool[] isPositive = new bool[rows];
        long positives = 0;
        for (int row = 0; row < rows; row++)
        {
            scores[row] = outputs[(row * outputSize) + column];
            isPositive[row] = actual[row] == positive;
            positives += isPositive[row] ? 1 : 0;
        }

        if (positives == 0 || positives == rows)
            throw new ArgumentException($"Class {positive} has {positives} of {rows} rows: the area is not defined.", name);
        Array.Sort(scores, isPositive);
        double excess = TwiceRankSum(scores, isPositive) - (positives * (positives + 1));
        return excess / (2.0 * positives * (rows - positives));
    }

    /// <summary>Twice the sum of the ranks of the positive rows, which is a whole number: ties share their mean rank.</summary>
    private static long TwiceRankSum<T>(ReadOnlySpan<T> sorted, ReadOnlySpan<bool> isPositive)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long sum = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
                end++;
            sum += (long)isPositive[start..end].Count(true) * (start + 1 + end);
        }

        return sum;
    }
}
