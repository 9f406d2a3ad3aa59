using System.Numerics;

namespace NetGen.Training;

/// <summary>What follows the gradients of the parts: their sum, clipping, the optimizer; large networks by ranges, each on a thread.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class GradientUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Borders of ranges are multiples of this, so that no two threads write to one cache line.</summary>
    private const int ParameterMultiple = 16;

    /// <summary>Below this, waking the threads costs more than they save: a range is streamed in about a microsecond per thousand.</summary>
    private const int MinimumRange = 8192;

    private readonly ITrainableNetwork<T> _network;
    private readonly IOptimizer<T> _optimizer;
    private readonly GradientPart<T>[] _parts;
    private readonly WorkerTeam _team;
    private readonly int _ranges;
    private readonly bool[] _isFinite;
    private readonly Action<int> _reduce;
    private readonly Action<int> _apply;
    private readonly double _maximumValue;
    private readonly double _maximumNorm;
    private int _partCount;
    private int _rows;

    public GradientUpdate(ITrainableNetwork<T> network, IOptimizer<T> optimizer, GradientPart<T>[] parts, TrainingOptions options, WorkerTeam team)
    {
        _network = network;
        _optimizer = optimizer;
        _parts = parts;
        _team = team;
        _ranges = Math.Clamp(network.Parameters.Length / MinimumRange, 1, team.Count);
        _isFinite = new bool[_ranges];
        _reduce = Reduce;
        _apply = Apply;
        _maximumValue = options.ClipValue;
        _maximumNorm = options.ClipNorm;
    }

    private Span<T> Gradient => _parts[0].Gradient;

    /// <summary>Updates the parameters by the mean of the gradients over the rows of all parts; the gradients are zero then.</summary>
    /// <returns>False, with the parameters as they were, where a gradient is not finite.</returns>
    public bool TryRun(int partCount, int rows)
    {
        _partCount = partCount;
        _rows = rows;
        RunRanges(_reduce);
        if (_isFinite.AsSpan().Contains(false))
            return false;
        if (double.IsFinite(_maximumValue))
            GradientClipping.ByValue(Gradient, _maximumValue);
        if (double.IsFinite(_maximumNorm))
            GradientClipping.ByNorm(Gradient, _maximumNorm);
        if (_optimizer is Optimizer<T> byRanges)
        {
            byRanges.Begin(_network.Parameters, Gradient);
            RunRanges(_apply);
        }
        else
        {
            _optimizer.Step(_network.Parameters, Gradient);
            Gradient.Clear();
        }

        return true;
    }

    private void RunRanges(Action<int> job)
    {
        if (_ranges > 1)
            _team.Run(job);
        else
            job(0);
    }

    private void Reduce(int range)
    {
        if (range < _ranges)
            _isFinite[range] = GradientSum<T>.Reduce(_parts.AsSpan(0, _partCount), _rows, Border(range), Border(range + 1) - Border(range));
    }

    private void Apply(int range)
    {
        if (range >= _ranges)
            return;
        int start = Border(range), length = Border(range + 1) - start;
        ((Optimizer<T>)_optimizer).Update(start, length, _network.Parameters, Gradient);
        Gradient.Slice(start, length).Clear();
    }

    private int Border(int range)
    {
        int count = Gradient.Length;
        return range == _ranges ? count : (int)((long)count * range / _ranges / ParameterMultiple * ParameterMultiple);
    }
}
