using System.Numerics;
using NetGen.Files;

namespace NetGen.Training;

/// <summary>Reads a training that <see cref="CheckpointWriter{T}"/> wrote, as a whole before it changes anything.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class CheckpointReader<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int CounterCount = 6;
    private const int FigureCount = 2;

    private static readonly ModelFileOptions WithExtras = new() { IgnoreExtraTensors = true };

    private readonly Trainer<T> _trainer;
    private readonly SafeTensorsFile _file;

    public CheckpointReader(Trainer<T> trainer, string path)
    {
        _trainer = trainer;
        _file = SafeTensorsFile.Load(path);
    }

    /// <summary>Restores network, optimizer and schedule.</summary>
    /// <returns>The state to go on with.</returns>
    /// <exception cref="ModelFileException">The file is damaged or belongs to another training; nothing is changed.</exception>
    public TrainingState<T> Restore()
    {
        RequireSettings();
        TrainingState<T> state = ReadState();
        OptimizerState<T> optimizer = _trainer.Optimizer.State;
        int parameterCount = _trainer.Network.Parameters.Length;
        double learningRate = Read<double>(CheckpointNames.LearningRate, 1)[0];
        if (!(learningRate >= 0))
            throw Error(CheckpointNames.LearningRate, "it is negative or not a number");
        double[] scalars = new double[optimizer.ScalarNames.Length];
        for (int i = 0; i < scalars.Length; i++)
            scalars[i] = Read<double>(CheckpointNames.Scalar(optimizer.ScalarNames[i]), 1)[0];
        T[][] vectors = new T[optimizer.VectorNames.Length][];
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] = Read<T>(CheckpointNames.Vector(optimizer.VectorNames[i]), parameterCount);
        double[] plateau = _trainer.Options.ReduceOnPlateau is { } reduce ? Read<double>(CheckpointNames.Plateau, reduce.State.Length) : [];

        // Everything is read and fits; the network checks its own tensors before it writes them.
        _file.ReadNetwork(_trainer.Network, WithExtras);
        _trainer.Optimizer.LearningRate = learningRate;
        scalars.CopyTo(optimizer.Scalars);
        for (int i = 0; i < vectors.Length; i++)
            vectors[i].CopyTo(optimizer.Vector(i));
        plateau.CopyTo(_trainer.Options.ReduceOnPlateau is { } target ? target.State : []);
        return state;
    }

    private void RequireSettings()
    {
        Require(CheckpointNames.Version, CheckpointNames.CurrentVersion);
        Require(CheckpointNames.Optimizer, _trainer.Optimizer.GetType().Name);
        foreach ((string key, string text) in CheckpointSettings.Of(_trainer.Options))
            Require(key, text);
    }

    private void Require(string key, string expected)
    {
        string? found = _file.Metadata.GetValueOrDefault(key);
        if (found != expected)
            throw Error(null, found is null ? $"it is no checkpoint of this version, as it has no '{key}'" : $"'{key}' is {found}, but the trainer has {expected}");
    }

    private TrainingState<T> ReadState()
    {
        long[] counters = Read<long>(CheckpointNames.Counters, CounterCount);
        double[] figures = Read<double>(CheckpointNames.Figures, FigureCount);
        int epochs = _file.Get(CheckpointNames.HistoryLoss).Length;
        if (counters.Any(counter => counter < 0) || counters.AsSpan(0, 4).ContainsAnyExceptInRange(0, int.MaxValue)
            || counters[1] != epochs || counters[2] > counters[0] || counters[5] > epochs)
        {
            throw Error(CheckpointNames.Counters, "the numbers contradict each other");
        }

        TrainingState<T> state = new()
        {
            RowCount = (int)counters[0],
            Epoch = (int)counters[1],
            Row = (int)counters[2],
            Batch = (int)counters[3],
            Step = counters[4],
            BestEpoch = (int)counters[5],
            LossSum = figures[0],
            Best = figures[1],
        };
        if (_file.Find(CheckpointNames.BestParameters) is not null)
            state.BestParameters = Read<T>(CheckpointNames.BestParameters, _trainer.Network.Parameters.Length);
        state.History.AddRange(ReadHistory(epochs));
        return state;
    }

    private IEnumerable<EpochReport> ReadHistory(int epochs)
    {
        double[] losses = Read<double>(CheckpointNames.HistoryLoss, epochs);
        double[] validationLosses = Read<double>(CheckpointNames.HistoryValidationLoss, epochs);
        double[] learningRates = Read<double>(CheckpointNames.HistoryLearningRate, epochs);
        double[] isBest = Read<double>(CheckpointNames.HistoryIsBest, epochs);
        double[] ticks = Read<double>(CheckpointNames.HistoryTicks, epochs);
        double[] rowsPerSecond = Read<double>(CheckpointNames.HistoryRowsPerSecond, epochs);
        (string Name, double[] Figures)[] metrics =
        [
            .. _file.Tensors.Select(tensor => tensor.Name).Where(name => CheckpointNames.MetricOf(name) is not null)
                .Select(name => (CheckpointNames.MetricOf(name)!, Read<double>(name, epochs))),
        ];
        return Enumerable.Range(0, epochs).Select(i => new EpochReport
        {
            Epoch = i + 1,
            Loss = losses[i],
            ValidationLoss = double.IsNaN(validationLosses[i]) ? null : validationLosses[i],
            Metrics = metrics.ToDictionary(metric => metric.Name, metric => metric.Figures[i]),
            LearningRate = learningRates[i],
            IsBest = isBest[i] != 0,
            Elapsed = new TimeSpan((long)ticks[i]),
            RowsPerSecond = rowsPerSecond[i],
        });
    }

    private TValue[] Read<TValue>(string name, int length)
        where TValue : unmanaged, INumberBase<TValue>
    {
        TValue[] values = new TValue[_file.Get(name).Length == length ? length : throw Error(name, $"it has {_file.Get(name).Length} elements, but {length} are expected")];
        _file.Read<TValue>(name, values);
        return values;
    }

    private ModelFileException Error(string? tensor, string reason) => new(_file.FileName, tensor, reason);
}
