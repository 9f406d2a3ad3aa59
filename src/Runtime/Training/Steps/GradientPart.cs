using System.Numerics;
using NetGen.CompilerServices;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>The rows of a batch that one thread takes, and their gradient.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class GradientPart<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ParameterMemory<T> _gradient;
    private readonly T[] _features;
    private readonly T[] _targets;
    private readonly int[] _labels;

    public GradientPart(int parameterCount, RowSource<T> rows, int maximumRows)
    {
        int gathered = rows.IsShuffled ? maximumRows : 0;
        _gradient = new ParameterMemory<T>(parameterCount);
        _features = new T[gathered * rows.Data.FeatureCount];
        _targets = new T[gathered * rows.Data.TargetCount];
        _labels = new int[rows.Data.HasLabels ? gathered : 0];
    }

    /// <summary>The gradient of the mean loss of the rows; zero between updates.</summary>
    public Span<T> Gradient => _gradient.Span;

    /// <summary>The mean loss of the rows.</summary>
    public double Loss { get; private set; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds the gradient of rows in the order of the epoch.</summary>
    public void Backward(ITrainableNetwork<T> network, RowSource<T> rows, int start, int count)
    {
        Rows = count;
        Dataset<T> data = rows.Data;
        int featureCount = data.FeatureCount, targetCount = data.TargetCount;
        if (rows.IsShuffled)
        {
            Span<T> features = _features.AsSpan(0, count * featureCount);
            Span<T> targets = _targets.AsSpan(0, count * targetCount);
            Span<int> labels = data.HasLabels ? _labels.AsSpan(0, count) : [];
            rows.Gather(start, count, features, targets, labels);
            Backward(network, features, targets, labels);
        }
        else
        {
            Backward(
                network,
                data.Features.Slice(start * featureCount, count * featureCount),
                data.Targets.Slice(start * targetCount, count * targetCount),
                data.HasLabels ? data.Labels.Slice(start, count) : []);
        }
    }

    private void Backward(ITrainableNetwork<T> network, ReadOnlySpan<T> features, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels)
    {
        T loss = labels.IsEmpty
            ? network.Backward(features, targets, Gradient)
            : ((IClassifierNetwork<T>)network).Backward(features, labels, Gradient);
        Loss = double.CreateTruncating(loss);
    }
}
