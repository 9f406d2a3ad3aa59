using System.Numerics;

namespace NetGen.Data;

/// <summary>Walks the mini-batches of a dataset.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public ref struct BatchEnumerator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _featureCount;
    private readonly int _targetCount;
    private readonly int _batchSize;
    private ReadOnlySpan<T> _features;
    private ReadOnlySpan<T> _targets;
    private ReadOnlySpan<int> _labels;
    private int _rows;

    internal BatchEnumerator(Dataset<T> dataset, int batchSize)
    {
        (_featureCount, _targetCount, _batchSize) = (dataset.FeatureCount, dataset.TargetCount, batchSize);
        _features = dataset.Features;
        _targets = dataset.Targets;
        _labels = dataset.Labels;
        _rows = dataset.Count;
    }

    /// <summary>The batch of the last <see cref="MoveNext"/>.</summary>
    public Batch<T> Current { get; private set; }

    /// <summary>Goes on to the next batch; false after the last.</summary>
    public bool MoveNext()
    {
        int count = Math.Min(_batchSize, _rows);
        if (count == 0)
            return false;
        int labels = _labels.IsEmpty ? 0 : count;
        Current = new Batch<T>(count, _features[..(count * _featureCount)], _targets[..(count * _targetCount)], _labels[..labels]);
        _features = _features[(count * _featureCount)..];
        _targets = _targets[(count * _targetCount)..];
        _labels = _labels[labels..];
        _rows -= count;
        return true;
    }
}
