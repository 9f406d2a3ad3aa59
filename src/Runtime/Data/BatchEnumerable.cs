using System.Numerics;

namespace NetGen.Data;

/// <summary>The mini-batches of a dataset, for <c>foreach</c>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct BatchEnumerable<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> _dataset;
    private readonly int _batchSize;

    internal BatchEnumerable(Dataset<T> dataset, int batchSize)
    {
        _dataset = dataset;
        _batchSize = batchSize;
    }

    /// <summary>The number of batches.</summary>
    public int Count => (int)(((long)_dataset.Count + _batchSize - 1) / _batchSize);

    /// <summary>Starts before the first batch.</summary>
    public BatchEnumerator<T> GetEnumerator() => new(_dataset, _batchSize);
}
