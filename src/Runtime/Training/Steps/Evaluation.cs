using System.Numerics;
using NetGen.Data;
using NetGen.Metrics;

namespace NetGen.Training;

/// <summary>Measures the loss and the metrics over a data set, in blocks of rows that do not depend on the number of threads.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class Evaluation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows of a block: enough for whole tiles of any kernel, few enough that the blocks of a small set keep all threads busy.</summary>
    private const int BlockRows = 512;

    private readonly ITrainableNetwork<T> _network;
    private readonly Dataset<T> _data;
    private readonly IReadOnlyList<Metric<T>> _metrics;
    private readonly WorkerTeam _team;
    private readonly double[] _losses;
    private readonly T[] _outputs;
    private readonly int _outputSize;

    public Evaluation(ITrainableNetwork<T> network, Dataset<T> data, IReadOnlyList<Metric<T>> metrics, WorkerTeam team)
    {
        _network = network;
        _data = data;
        _metrics = metrics;
        _team = team;
        _losses = new double[(data.Count + BlockRows - 1) / BlockRows];
        _outputSize = network.GetLayers()[^1].OutputSize;
        _outputs = metrics.Count > 0 ? new T[data.Count * _outputSize] : [];
    }

    /// <summary>The mean loss of all rows.</summary>
    public double Loss()
    {
        _team.Run(Evaluate);
        return _losses.Sum() / _data.Count;
    }

    /// <summary>The metrics by their names.</summary>
    public IReadOnlyDictionary<string, double> Measure()
    {
        if (_metrics.Count > 0)
            _team.Run(Forward);
        return _metrics.ToDictionary(metric => metric.Name, metric => metric.Measure(_outputs, _data));
    }

    private void Evaluate(int worker)
    {
        for (int block = worker; block < _losses.Length; block += _team.Count)
        {
            Dataset<T> rows = Block(block);
            T loss = rows.HasLabels
                ? ((IClassifierNetwork<T>)_network).Evaluate(rows.Features, rows.Labels)
                : _network.Evaluate(rows.Features, rows.Targets);
            _losses[block] = double.CreateTruncating(loss) * rows.Count;
        }
    }

    private void Forward(int worker)
    {
        for (int block = worker; block < _losses.Length; block += _team.Count)
        {
            Dataset<T> rows = Block(block);
            _network.Forward(rows.Features, _outputs.AsSpan(block * BlockRows * _outputSize, rows.Count * _outputSize));
        }
    }

    private Dataset<T> Block(int block)
    {
        int start = block * BlockRows;
        return _data.Slice(start, Math.Min(BlockRows, _data.Count - start));
    }
}
