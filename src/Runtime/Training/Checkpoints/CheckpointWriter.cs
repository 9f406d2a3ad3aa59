using System.Numerics;
using NetGen.Files;

namespace NetGen.Training;

/// <summary>
/// Writes a training to a file in the format safetensors. The tensors <c>layers.*</c> are those of a model file, so a
/// checkpoint can be loaded as a model.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class CheckpointWriter<T>(Trainer<T> trainer, TrainingState<T> state)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SafeTensorsBuilder _file = new();

    public void Save(string path)
    {
        _file.AddMetadata(CheckpointNames.Version, CheckpointNames.CurrentVersion);
        foreach ((string key, string text) in CheckpointSettings.Of(trainer.Options))
            _file.AddMetadata(key, text);
        _file.AddNetwork(trainer.Network);
        AddOptimizer();
        AddState();
        AddHistory();
        _file.Save(path);
    }

    private void AddOptimizer()
    {
        IOptimizer<T> optimizer = trainer.Optimizer;
        OptimizerState<T> optimizerState = optimizer.State;
        _file.AddMetadata(CheckpointNames.Optimizer, optimizer.GetType().Name);
        _file.Add<double>(CheckpointNames.LearningRate, [optimizer.LearningRate]);
        for (int i = 0; i < optimizerState.ScalarNames.Length; i++)
            _file.Add<double>(CheckpointNames.Scalar(optimizerState.ScalarNames[i]), [optimizerState.Scalars[i]]);
        for (int i = 0; i < optimizerState.VectorNames.Length; i++)
            _file.Add<T>(CheckpointNames.Vector(optimizerState.VectorNames[i]), optimizerState.Vector(i));
        if (trainer.Options.ReduceOnPlateau is { } plateau)
            _file.Add<double>(CheckpointNames.Plateau, plateau.State);
    }

    private void AddState()
    {
        _file.Add<long>(CheckpointNames.Counters, [state.RowCount, state.Epoch, state.Row, state.Batch, state.Step, state.BestEpoch]);
        _file.Add<double>(CheckpointNames.Figures, [state.LossSum, state.Best]);
        if (state.BestParameters.Length > 0)
            _file.Add<T>(CheckpointNames.BestParameters, state.BestParameters);
    }

    private void AddHistory()
    {
        Add(CheckpointNames.HistoryLoss, epoch => epoch.Loss);
        Add(CheckpointNames.HistoryValidationLoss, epoch => epoch.ValidationLoss ?? double.NaN);
        Add(CheckpointNames.HistoryLearningRate, epoch => epoch.LearningRate);
        Add(CheckpointNames.HistoryIsBest, epoch => epoch.IsBest ? 1 : 0);
        Add(CheckpointNames.HistoryTicks, epoch => epoch.Elapsed.Ticks);
        Add(CheckpointNames.HistoryRowsPerSecond, epoch => epoch.RowsPerSecond);
        foreach (string metric in state.History.SelectMany(epoch => epoch.Metrics.Keys).Distinct())
            Add(CheckpointNames.Metric(metric), epoch => epoch.Metrics.GetValueOrDefault(metric, double.NaN));

        void Add(string name, Func<EpochReport, double> figure) => _file.Add<double>(name, state.History.Select(figure).ToArray());
    }
}
