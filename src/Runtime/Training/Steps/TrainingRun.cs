using System.Diagnostics;
using System.Numerics;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>Trains from a state to the last epoch.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TrainingRun<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Trainer<T> _trainer;
    private readonly TrainingState<T> _state;
    private readonly WorkerTeam _team;
    private readonly RowSource<T> _rows;
    private readonly TrainingStep<T> _step;
    private readonly Evaluation<T> _evaluation;
    private readonly bool _validates;
    private readonly BestEpoch<T> _best;
    private long _elapsedTicks;
    private int _timedRows;

    public TrainingRun(Trainer<T> trainer, TrainingState<T> state, Dataset<T> training, Dataset<T>? validation)
    {
        _trainer = trainer;
        _state = state;
        _team = new WorkerTeam(Options.Threads);
        _rows = new RowSource<T>(training, Options.Shuffle, Options.Seed);
        _step = new TrainingStep<T>(trainer.Network, trainer.Optimizer, _rows, Options, _team);
        _evaluation = new Evaluation<T>(trainer.Network, validation ?? training, trainer.Metrics, _team);
        _validates = validation is not null;
        _best = new BestEpoch<T>(state, trainer);
    }

    private TrainingOptions Options => _trainer.Options;

    public TrainingResult Run(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_best.IsExhausted)
                return End(StopReason.EarlyStopping);
            if (_state.Epoch >= Options.Epochs)
                return End(StopReason.Completed);
            if (!TryRunEpoch(cancellationToken))
                return End(StopReason.Cancelled);
            CompleteEpoch();
        }
    }

    public void Dispose() => _team.Dispose();

    private TrainingResult End(StopReason reason)
    {
        if (reason == StopReason.Cancelled)
            Save();
        else
            _best.Restore();
        return new TrainingResult(reason, [.. _state.History], _state.BestEpoch);
    }

    /// <summary>Makes the updates of an epoch that are left.</summary>
    /// <returns>False where the training was cancelled.</returns>
    private bool TryRunEpoch(CancellationToken cancellationToken)
    {
        _rows.Begin(_state.Epoch);
        _elapsedTicks = 0;
        _timedRows = 0;
        while (_state.Row < _rows.Count)
        {
            if (cancellationToken.IsCancellationRequested)
                return false;
            int count = Math.Min(Options.RowsPerStep, _rows.Count - _state.Row);
            Update(count);
            if (Options.Checkpoint is { EverySteps: > 0 } checkpoint && _state.Step % checkpoint.EverySteps == 0)
                Save();
        }

        return true;
    }

    private void Update(int count)
    {
        SetLearningRate();
        long start = Stopwatch.GetTimestamp();
        if (!_step.TryRun(_state.Row, count))
            throw new TrainingDivergedException(_state.Epoch + 1, _state.Batch + 1, _step.Loss, _trainer.Optimizer.LearningRate);
        _elapsedTicks += Stopwatch.GetTimestamp() - start;
        _timedRows += count;
        _state.LossSum += _step.Loss * count;
        _state.Row += count;
        _state.Batch++;
        _state.Step++;
        Options.StepProgress?.Report(
            new(_state.Epoch + 1, _state.Row, _rows.Count, _state.LossSum / _state.Row, _trainer.Optimizer.LearningRate));
    }

    private void SetLearningRate()
    {
        if (Options.ReduceOnPlateau is { } plateau)
            _trainer.Optimizer.LearningRate = plateau.Rate;
        else if (Options.Schedule is { } schedule)
            _trainer.Optimizer.LearningRate = schedule.RateAt(Options.ScheduleUnit == ScheduleUnit.Step ? _state.Step : _state.Epoch);
    }

    private void CompleteEpoch()
    {
        double loss = _state.LossSum / _rows.Count;
        double? validationLoss = _validates ? _evaluation.Loss() : null;
        IReadOnlyDictionary<string, double> metrics = _evaluation.Measure();
        bool isBest = _best.Observe(validationLoss ?? loss, metrics);
        Options.ReduceOnPlateau?.Observe(Options.PlateauMetric is { } name ? metrics[name] : validationLoss ?? loss);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(0, _elapsedTicks);
        EpochReport report = new()
        {
            Epoch = _state.Epoch + 1,
            Loss = loss,
            ValidationLoss = validationLoss,
            Metrics = metrics,
            LearningRate = _trainer.Optimizer.LearningRate,
            IsBest = isBest,
            Elapsed = elapsed,
            RowsPerSecond = _timedRows / elapsed.TotalSeconds,
        };
        _state.History.Add(report);
        _state.NextEpoch();
        if (Options.Checkpoint is { EveryEpochs: > 0 } checkpoint && _state.Epoch % checkpoint.EveryEpochs == 0)
            Save();
        Options.Progress?.Report(report);
    }

    private void Save()
    {
        if (Options.Checkpoint is { } checkpoint)
            _trainer.Save(checkpoint.Path);
    }
}
