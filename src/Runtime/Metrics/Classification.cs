using System.Numerics;

namespace NetGen.Metrics;

/// <summary>
/// How well outputs tell classes apart. Precision, recall and F1 are members of <see cref="ConfusionMatrix"/>.
/// </summary>
/// <remarks>
/// <para>
/// The true class of a row is a label, 0 to C − 1, or a row of targets with one 1 among zeros. A network of one output
/// tells two classes apart: it predicts class 1 where the output is above a threshold, and its targets are 1 for that class
/// and 0 or −1 for the other.
/// </para>
/// <para>A row of more outputs predicts the first of the largest. A row with a NaN predicts no class, and so is never right.</para>
/// </remarks>
public static class Classification
{
    /// <summary>Probabilities may be outside 0…1 by so many units of rounding.</summary>
    private const double RoundingUnits = 8;

    /// <summary>The share of rows, 0 to 1, whose predicted class is the true one.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> outputs, at least one.</param>
    /// <param name="targets">As many rows of targets, each with one class.</param>
    /// <param name="outputSize">Number of outputs of a row.</param>
    /// <param name="threshold">For one output: above it class 1 is predicted. 0 suits logits and outputs in −1…1.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or a target is not a class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> is below 1, or the threshold is NaN.</exception>
    public static double Accuracy<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize, double threshold = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PredictedClasses<T> predicted = new(outputs, outputSize, threshold);
        return Accuracy(predicted, new ActualClasses<T>(targets, predicted.Rows, outputSize));
    }

    /// <inheritdoc cref="Accuracy{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, int, double)"/>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> outputs, at least one.</param>
    /// <param name="labels">One class per row.</param>
    /// <param name="outputSize">Number of outputs of a row.</param>
    /// <param name="threshold">For one output: above it class 1 is predicted. 0 suits logits and outputs in −1…1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="outputSize"/> is below 1, a label is not a class, or the threshold is NaN.
    /// </exception>
    public static double Accuracy<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int outputSize, double threshold = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PredictedClasses<T> predicted = new(outputs, outputSize, threshold);
        return Accuracy(predicted, new ActualClasses<T>(labels, predicted.Rows, outputSize));
    }

    /// <summary>The share of rows, 0 to 1, whose true class is among the <paramref name="k"/> with the largest outputs.</summary>
    /// <remarks>
    /// Of equal outputs the first ranks highest, so that k = 1 is the accuracy and constant outputs gain nothing by their ties.
    /// (scikit-learn ranks the last highest.)
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> outputs, at least one.</param>
    /// <param name="targets">As many rows of targets, each with one class.</param>
    /// <param name="outputSize">Number of outputs of a row, at least 2.</param>
    /// <param name="k">How many of the outputs count, 1 to <paramref name="outputSize"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or a target is not a class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> or <paramref name="k"/> is out of range.</exception>
    public static double TopKAccuracy<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = TopKRows(outputs, outputSize, k);
        return TopKAccuracy(outputs, new ActualClasses<T>(targets, rows, outputSize), outputSize, k);
    }

    /// <inheritdoc cref="TopKAccuracy{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, int, int)"/>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> outputs, at least one.</param>
    /// <param name="labels">One class per row.</param>
    /// <param name="outputSize">Number of outputs of a row, at least 2.</param>
    /// <param name="k">How many of the outputs count, 1 to <paramref name="outputSize"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="outputSize"/> or <paramref name="k"/> is out of range, or a label is not a class.
    /// </exception>
    public static double TopKAccuracy<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int outputSize, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = TopKRows(outputs, outputSize, k);
        return TopKAccuracy(outputs, new ActualClasses<T>(labels, rows, outputSize), outputSize, k);
    }

    /// <summary>
    /// The mean negative log-likelihood −1/n · Σ ln p of the true classes, in nats, where one output is the probability of
    /// class 1 and a row of more outputs the probabilities of all classes.
    /// </summary>
    /// <remarks>
    /// As in scikit-learn, p is clipped to ε…1 − ε with the ε of <typeparamref name="T"/> (2⁻²³ or 2⁻⁵²), so that a
    /// probability of 0 costs much but not infinity. Rows are taken as they are, not divided by their sum. A NaN gives NaN.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> probabilities, at least one.</param>
    /// <param name="targets">As many rows of targets, each with one class.</param>
    /// <param name="outputSize">Number of outputs of a row.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, there is no row, a target is not a class, or an output is not in 0…1.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> is below 1.</exception>
    public static double LogLoss<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = MetricGuard.Rows(outputs.Length, outputSize, nameof(outputs));
        return LogLoss(outputs, new ActualClasses<T>(targets, rows, outputSize), outputSize);
    }

    /// <inheritdoc cref="LogLoss{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, int)"/>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> probabilities, at least one.</param>
    /// <param name="labels">One class per row.</param>
    /// <param name="outputSize">Number of outputs of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or an output is not in 0…1.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> is below 1, or a label is not a class.</exception>
    public static double LogLoss<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = MetricGuard.Rows(outputs.Length, outputSize, nameof(outputs));
        return LogLoss(outputs, new ActualClasses<T>(labels, rows, outputSize), outputSize);
    }

    private static double Accuracy<T>(PredictedClasses<T> predicted, ActualClasses<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int right = 0;
        for (int row = 0; row < predicted.Rows; row++)
        {
            if (predicted[row] == actual[row])
                right++;
        }

        return (double)right / predicted.Rows;
    }

    private static int TopKRows<T>(ReadOnlySpan<T> outputs, int outputSize, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, outputSize);
        return MetricGuard.Rows(outputs.Length, outputSize, nameof(outputs));
    }

    private static double TopKAccuracy<T>(ReadOnlySpan<T> outputs, ActualClasses<T> actual, int outputSize, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = outputs.Length / outputSize, right = 0;
        for (int row = 0; row < rows; row++)
        {
            if (Rank(outputs.Slice(row * outputSize, outputSize), actual[row]) < k)
                right++;
        }

        return (double)right / rows;
    }

    /// <summary>How many outputs rank before that of a class; the number of outputs where one is NaN.</summary>
    private static int Rank<T>(ReadOnlySpan<T> outputs, int actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rank = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            if (T.IsNaN(outputs[i]))
                return outputs.Length;
            if (outputs[i] > outputs[actual] || (outputs[i] == outputs[actual] && i < actual))
                rank++;
        }

        return rank;
    }

    private static double LogLoss<T>(ReadOnlySpan<T> outputs, ActualClasses<T> actual, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double epsilon = double.CreateTruncating(T.BitIncrement(T.One) - T.One);
        RequireProbabilities(outputs, RoundingUnits * epsilon);
        int rows = outputs.Length / outputSize;
        double sum = 0;
        bool isNaN = false;
        for (int row = 0; row < rows; row++)
        {
            double p = outputSize == 1
                ? BinaryProbability(double.CreateTruncating(outputs[row]), actual[row])
                : double.CreateTruncating(outputs[(row * outputSize) + actual[row]]);
            sum -= Math.Log(Math.Clamp(p, epsilon, 1 - epsilon));
        }

        foreach (T output in outputs)
            isNaN |= T.IsNaN(output);
        return isNaN ? double.NaN : sum / rows;
    }

    private static double BinaryProbability(double output, int actual) => actual == 1 ? output : 1 - output;

    private static void RequireProbabilities<T>(ReadOnlySpan<T> outputs, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            double p = double.CreateTruncating(outputs[i]);
            if (p < -tolerance || p > 1 + tolerance)
                throw new ArgumentException(FormattableString.Invariant($"Output {i} is {p}, but a probability is expected."), nameof(outputs));
        }
    }
}
