using System.Numerics;

namespace NetGen.Metrics;

/// <summary>
/// Counts of rows by true and predicted class, [actual, predicted], and the scores that follow from them.
/// </summary>
/// <remarks>
/// With the right predictions of a class (true positives) tp, its precision is tp / (rows predicted as it), its recall
/// tp / (rows of it) and its F1 their harmonic mean, 2·tp / (rows predicted as it + rows of it). As in scikit-learn, a score
/// without a row in its divisor is 0. A row whose outputs hold a NaN predicts no class: it lowers accuracy and recall.
/// All scores are shares, 0 to 1. Not safe for writers on several threads.
/// </remarks>
public sealed class ConfusionMatrix
{
    /// <summary>In place of a predicted class: none.</summary>
    public const int None = -1;

    private readonly long[] _counts;
    private readonly long[] _unpredicted;

    /// <summary>Creates a matrix without a row.</summary>
    /// <param name="classCount">Number of classes, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classCount"/> is below 2.</exception>
    public ConfusionMatrix(int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        ClassCount = classCount;
        _counts = new long[checked(classCount * classCount)];
        _unpredicted = new long[classCount];
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>Number of rows.</summary>
    public long Total { get; private set; }

    /// <summary>The share of rows whose predicted class is the true one, or NaN where there is no row.</summary>
    public double Accuracy => (double)Right / Total;

    private long Right => Enumerable.Range(0, ClassCount).Sum(c => this[c, c]);

    /// <summary>Number of rows of one class that were predicted as another, or as the same.</summary>
    /// <param name="actual">The true class.</param>
    /// <param name="predicted">The predicted class, or <see cref="None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a class.</exception>
    public long this[int actual, int predicted]
    {
        get
        {
            RequireClass(actual, nameof(actual));
            if (predicted == None)
                return _unpredicted[actual];
            RequireClass(predicted, nameof(predicted));
            return _counts[(actual * ClassCount) + predicted];
        }
    }

    /// <summary>Counts the rows of a network's outputs.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> outputs, at least one.</param>
    /// <param name="targets">As many rows of targets, each with one class: one 1 among zeros; for one output 1, or 0 or −1.</param>
    /// <param name="outputSize">Number of outputs of a row; one output tells two classes apart.</param>
    /// <param name="threshold">For one output: above it class 1 is predicted. 0 suits logits and outputs in −1…1.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or a target is not a class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> is below 1, or the threshold is NaN.</exception>
    public static ConfusionMatrix Of<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize, double threshold = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PredictedClasses<T> predicted = new(outputs, outputSize, threshold);
        return Of(predicted, new ActualClasses<T>(targets, predicted.Rows, outputSize), outputSize);
    }

    /// <inheritdoc cref="Of{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, int, double)"/>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> outputs, at least one.</param>
    /// <param name="labels">One class per row.</param>
    /// <param name="outputSize">Number of outputs of a row; one output tells two classes apart.</param>
    /// <param name="threshold">For one output: above it class 1 is predicted. 0 suits logits and outputs in −1…1.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="outputSize"/> is below 1, a label is not a class, or the threshold is NaN.
    /// </exception>
    public static ConfusionMatrix Of<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int outputSize, double threshold = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PredictedClasses<T> predicted = new(outputs, outputSize, threshold);
        return Of(predicted, new ActualClasses<T>(labels, predicted.Rows, outputSize), outputSize);
    }

    /// <summary>Counts one row.</summary>
    /// <param name="actual">The true class.</param>
    /// <param name="predicted">The predicted class, or <see cref="None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not a class; nothing is counted.</exception>
    public void Add(int actual, int predicted)
    {
        RequireClass(actual, nameof(actual));
        if (predicted == None)
        {
            _unpredicted[actual]++;
        }
        else
        {
            RequireClass(predicted, nameof(predicted));
            _counts[(actual * ClassCount) + predicted]++;
        }

        Total++;
    }

    /// <summary>Adds the counts of another matrix, so that a large set can be evaluated batch by batch.</summary>
    /// <param name="other">A matrix of as many classes.</param>
    /// <exception cref="ArgumentException">The number of classes differs; nothing is counted.</exception>
    public void Add(ConfusionMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.ClassCount != ClassCount)
            throw new ArgumentException($"The matrix is of {other.ClassCount} classes, but {ClassCount} are expected.", nameof(other));
        for (int i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        for (int i = 0; i < _unpredicted.Length; i++)
            _unpredicted[i] += other._unpredicted[i];
        Total += other.Total;
    }

    /// <summary>Number of rows of a class.</summary>
    /// <param name="actual">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actual"/> is not a class.</exception>
    public long Support(int actual)
    {
        RequireClass(actual, nameof(actual));
        long sum = _unpredicted[actual];
        foreach (long count in _counts.AsSpan(actual * ClassCount, ClassCount))
            sum += count;
        return sum;
    }

    /// <summary>Number of rows that were predicted as a class.</summary>
    /// <param name="predicted">The class, or <see cref="None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="predicted"/> is not a class.</exception>
    public long Predicted(int predicted)
    {
        if (predicted != None)
            RequireClass(predicted, nameof(predicted));
        long sum = 0;
        for (int actual = 0; actual < ClassCount; actual++)
            sum += this[actual, predicted];
        return sum;
    }

    /// <summary>The share of the rows predicted as a class that are of it; 0 where none is predicted as it.</summary>
    /// <param name="class">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="class"/> is not a class.</exception>
    public double Precision(int @class)
    {
        RequireClass(@class, nameof(@class));
        return Share(this[@class, @class], Predicted(@class));
    }

    /// <summary>The share of the rows of a class that are predicted as it; 0 where there is none of it.</summary>
    /// <param name="class">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="class"/> is not a class.</exception>
    public double Recall(int @class)
    {
        RequireClass(@class, nameof(@class));
        return Share(this[@class, @class], Support(@class));
    }

    /// <summary>The harmonic mean of precision and recall of a class; 0 where no row is of it nor predicted as it.</summary>
    /// <param name="class">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="class"/> is not a class.</exception>
    public double F1(int @class)
    {
        RequireClass(@class, nameof(@class));
        return Share(2 * this[@class, @class], Predicted(@class) + Support(@class));
    }

    /// <summary>The precision of all classes: micro is right predictions / all predictions.</summary>
    /// <param name="average">How the classes are weighed; all of them count, those without a row too.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is not an <see cref="Average"/>.</exception>
    public double Precision(Average average) => Averaged(average, Precision, Share(Right, Total - Predicted(None)));

    /// <summary>The recall of all classes: micro is the accuracy, and so is weighted.</summary>
    /// <param name="average">How the classes are weighed; all of them count, those without a row too.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is not an <see cref="Average"/>.</exception>
    public double Recall(Average average) => Averaged(average, Recall, Share(Right, Total));

    /// <summary>The F1 of all classes: micro is the harmonic mean of micro precision and recall, macro the mean of the classes' F1.</summary>
    /// <param name="average">How the classes are weighed; all of them count, those without a row too.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="average"/> is not an <see cref="Average"/>.</exception>
    public double F1(Average average) => Averaged(average, F1, Share(2 * Right, 2 * Total - Predicted(None)));

    /// <summary>A table with a line per class (counts of predictions, unless there are many classes, and scores) and the averages.</summary>
    public override string ToString() => ConfusionTable.Of(this);

    private static ConfusionMatrix Of<T>(PredictedClasses<T> predicted, ActualClasses<T> actual, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ConfusionMatrix matrix = new(ActualClasses<T>.ClassCount(outputSize));
        for (int row = 0; row < predicted.Rows; row++)
            matrix.Add(actual[row], predicted[row]);
        return matrix;
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private double Averaged(Average average, Func<int, double> score, double micro) => average switch
    {
        Average.Micro => micro,
        Average.Macro => Enumerable.Range(0, ClassCount).Average(score),
        Average.Weighted => Total == 0 ? 0 : Enumerable.Range(0, ClassCount).Sum(c => score(c) * Support(c)) / Total,
        _ => throw new ArgumentOutOfRangeException(nameof(average), average, "The value is not an average."),
    };

    private void RequireClass(int value, string name)
    {
        if ((uint)value >= (uint)ClassCount)
            throw new ArgumentOutOfRangeException(name, value, $"The class is {value}, but 0 to {ClassCount - 1} is expected.");
    }
}
