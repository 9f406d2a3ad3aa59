using System.Numerics;

namespace NetGen.Metrics;

/// <summary>The true class of each row, from labels or from one-hot targets, checked.</summary>
internal readonly ref struct ActualClasses<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<int> _labels;
    private readonly ReadOnlySpan<T> _targets;
    private readonly int _outputSize;

    /// <summary>Takes one label per row.</summary>
    public ActualClasses(ReadOnlySpan<int> labels, int rows, int outputSize)
    {
        MetricGuard.SameLength(rows, labels.Length, nameof(labels));
        MetricGuard.Labels(labels, ClassCount(outputSize), nameof(labels));
        _labels = labels;
    }

    /// <summary>Takes one row of targets per row.</summary>
    public ActualClasses(ReadOnlySpan<T> targets, int rows, int outputSize)
    {
        MetricGuard.SameLength(rows * outputSize, targets.Length, nameof(targets));
        MetricGuard.Targets(targets, outputSize, nameof(targets));
        _targets = targets;
        _outputSize = outputSize;
    }

    public int this[int row] => _targets.IsEmpty
        ? _labels[row]
        : _outputSize == 1
            ? _targets[row] == T.One ? 1 : 0
            : _targets.Slice(row * _outputSize, _outputSize).IndexOf(T.One);

    /// <summary>One output tells two classes apart.</summary>
    public static int ClassCount(int outputSize) => outputSize == 1 ? 2 : outputSize;
}
