using System.Numerics;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>The rows of a data set in the order of an epoch.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class RowSource<T>(Dataset<T> data, bool shuffles, int seed)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] _order = shuffles ? new int[data.Count] : [];

    public Dataset<T> Data => data;

    public int Count => data.Count;

    /// <summary>Whether the rows of a batch lie apart and so must be gathered.</summary>
    public bool IsShuffled => shuffles;

    /// <summary>Puts the rows into the order of an epoch, which follows from the seed and the number of the epoch alone.</summary>
    public void Begin(int epoch)
    {
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        new Initialization.RandomSource(seed, epoch).Shuffle(_order.AsSpan());
    }

    /// <summary>Copies rows in the order of the epoch.</summary>
    public void Gather(int start, int count, Span<T> features, Span<T> targets, Span<int> labels)
    {
        ReadOnlySpan<int> order = _order.AsSpan(start, count);
        GatherRows(order, data.Features, data.FeatureCount, features);
        GatherRows(order, data.Targets, data.TargetCount, targets);
        if (data.HasLabels)
            GatherRows(order, data.Labels, 1, labels);
    }

    private static void GatherRows<TValue>(ReadOnlySpan<int> order, ReadOnlySpan<TValue> source, int width, Span<TValue> destination)
    {
        if (width == 1)
        {
            for (int i = 0; i < order.Length; i++)
                destination[i] = source[order[i]];
            return;
        }

        for (int i = 0; i < order.Length && width > 0; i++)
            source.Slice(order[i] * width, width).CopyTo(destination.Slice(i * width, width));
    }
}
