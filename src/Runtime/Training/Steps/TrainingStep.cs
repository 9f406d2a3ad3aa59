using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// One update: the gradient of a batch by parts, each on a thread, their sum in a fixed order, clipping, the optimizer.
/// Which rows form a part depends on their number alone, so the bits do not depend on the number of threads.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TrainingStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Parts but the last have whole tiles of rows.</summary>
    private const int RowMultiple = 8;

    private readonly ITrainableNetwork<T> _network;
    private readonly RowSource<T> _rows;
    private readonly WorkerTeam _team;
    private readonly GradientPart<T>[] _parts;
    private readonly GradientUpdate<T> _update;
    private readonly int _minimumPartRows;
    private readonly double _divergenceLoss;
    private readonly Action<int> _backward;
    private int _start;
    private int _count;
    private int _partCount;

    public TrainingStep(ITrainableNetwork<T> network, IOptimizer<T> optimizer, RowSource<T> rows, TrainingOptions options, WorkerTeam team)
    {
        _network = network;
        _rows = rows;
        _team = team;
        _minimumPartRows = options.MinimumPartRows;
        _divergenceLoss = options.DivergenceLoss;
        int maximumRows = Math.Min(rows.Count, options.RowsPerStep);
        _parts = new GradientPart<T>[PartCount(maximumRows, options.MaximumParts)];
        int partRows = Math.Min(maximumRows, (maximumRows / _parts.Length) + (2 * RowMultiple));
        for (int i = 0; i < _parts.Length; i++)
            _parts[i] = new GradientPart<T>(network.Parameters.Length, rows, partRows);
        _update = new GradientUpdate<T>(network, optimizer, _parts, options, team);
        _backward = Backward;
    }

    /// <summary>The mean loss of the batch before the update.</summary>
    public double Loss { get; private set; }

    /// <summary>Makes an update with rows in the order of the epoch.</summary>
    /// <returns>False, with the parameters as they were, where the loss or the gradient is not finite or the loss is beyond the limit.</returns>
    public bool TryRun(int start, int count)
    {
        _start = start;
        _count = count;
        _partCount = PartCount(count, _parts.Length);
        bool succeeds = false;
        try
        {
            if (_partCount > 1)
                _team.Run(_backward);
            else
                _parts[0].Backward(_network, _rows, start, count);
            Loss = MeanLoss();
            succeeds = double.IsFinite(Loss) && Loss <= _divergenceLoss && _update.TryRun(_partCount, count);
        }
        finally
        {
            if (!succeeds)
                ClearAll();
        }

        return succeeds;
    }

    private int PartCount(int rows, int maximum) => Math.Clamp(rows / _minimumPartRows, 1, maximum);

    private void Backward(int worker)
    {
        for (int part = worker; part < _partCount; part += _team.Count)
        {
            int start = Border(part), end = Border(part + 1);
            _parts[part].Backward(_network, _rows, _start + start, end - start);
        }
    }

    private int Border(int part) =>
        part == _partCount ? _count : (int)((long)_count * part / _partCount / RowMultiple * RowMultiple);

    private double MeanLoss()
    {
        double sum = 0;
        foreach (GradientPart<T> part in _parts.AsSpan(0, _partCount))
            sum += part.Loss * part.Rows;
        return sum / _count;
    }

    private void ClearAll()
    {
        foreach (GradientPart<T> part in _parts)
            part.Gradient.Clear();
    }
}
