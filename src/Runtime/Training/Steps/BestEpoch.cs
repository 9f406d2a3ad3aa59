using System.Numerics;

namespace NetGen.Training;

/// <summary>Remembers the best epoch, and its parameters where they are to be restored.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class BestEpoch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainingState<T> _state;
    private readonly INetwork<T> _network;
    private readonly EarlyStopping? _stopping;
    private readonly bool _higherIsBetter;

    public BestEpoch(TrainingState<T> state, Trainer<T> trainer)
    {
        _state = state;
        _network = trainer.Network;
        _stopping = trainer.Options.EarlyStopping;
        _higherIsBetter = _stopping?.Metric is { } name && trainer.Metrics.First(metric => metric.Name == name).HigherIsBetter;
    }

    /// <summary>Whether the patience is at its end.</summary>
    public bool IsExhausted => _stopping is not null && _state.Waited >= _stopping.Patience;

    /// <summary>Takes note of the figures of an epoch.</summary>
    /// <returns>Whether it is the best so far.</returns>
    public bool Observe(double loss, IReadOnlyDictionary<string, double> metrics)
    {
        double figure = _stopping?.Metric is { } name ? metrics[name] : loss;
        if (!Improves(figure))
            return false;
        _state.Best = figure;
        _state.BestEpoch = _state.Epoch + 1;
        if (_stopping is { RestoreBest: true })
        {
            if (_state.BestParameters.Length == 0)
                _state.BestParameters = new T[_network.Parameters.Length];
            _network.Parameters.CopyTo(_state.BestParameters);
        }

        return true;
    }

    /// <summary>Gives the network the parameters of the best epoch, where that is asked for.</summary>
    public void Restore()
    {
        if (_stopping is { RestoreBest: true } && _state.BestParameters.Length > 0)
            _state.BestParameters.CopyTo(_network.Parameters);
    }

    private bool Improves(double figure)
    {
        if (double.IsNaN(_state.Best))
            return !double.IsNaN(figure);
        double margin = _stopping?.MinimumImprovement ?? 0;
        return _higherIsBetter ? figure > _state.Best + margin : figure < _state.Best - margin;
    }
}
