using System.Numerics;

namespace NetGen.Data;

/// <summary>Rows of a dataset that follow each other, as views.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly ref struct Batch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Batch(int count, ReadOnlySpan<T> features, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels)
    {
        Count = count;
        Features = features;
        Targets = targets;
        Labels = labels;
    }

    /// <summary>The number of rows, at least 1.</summary>
    public int Count { get; }

    /// <summary>The features, [<see cref="Count"/>, <see cref="Dataset{T}.FeatureCount"/>] row-major.</summary>
    public ReadOnlySpan<T> Features { get; }

    /// <summary>
    /// The targets, [<see cref="Count"/>, <see cref="Dataset{T}.TargetCount"/>] row-major; empty where rows have labels.
    /// </summary>
    public ReadOnlySpan<T> Targets { get; }

    /// <summary>The labels; empty where rows have targets.</summary>
    public ReadOnlySpan<int> Labels { get; }
}
