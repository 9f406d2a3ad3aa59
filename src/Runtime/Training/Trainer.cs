using System.Numerics;
using NetGen.Data;
using NetGen.Metrics;

namespace NetGen.Training;

/// <summary>
/// Trains a network on mini-batches: shuffling, schedules, clipping, validation, early stopping, checkpoints, on one thread
/// or several. The same seed gives the same bits, whatever the number of threads.
/// </summary>
/// <remarks>
/// A trainer is one training, which <see cref="Fit"/> begins, and goes on with where it was cancelled or loaded from a
/// checkpoint. Nothing else may write the parameters meanwhile. An update allocates nothing, but for what a progress handler does.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private TrainingState<T> _state = new();

    /// <summary>Creates a trainer.</summary>
    /// <param name="network">The network, whose parameters are trained from where they are.</param>
    /// <param name="optimizer">The optimizer, made for as many parameters and not used elsewhere.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The network or the optimizer is null.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Trainer(ITrainableNetwork<T> network, IOptimizer<T> optimizer, TrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        Network = network;
        Optimizer = optimizer;
        Options = options ?? new TrainingOptions();
        TrainingGuard.Check(Options);
    }

    /// <summary>The network.</summary>
    public ITrainableNetwork<T> Network { get; }

    /// <summary>The optimizer.</summary>
    public IOptimizer<T> Optimizer { get; }

    /// <summary>How it trains.</summary>
    public TrainingOptions Options { get; }

    /// <summary>What is measured after every epoch, over the validation rows or else the training rows.</summary>
    public IReadOnlyList<Metric<T>> Metrics { get; init; } = [];

    /// <summary>The epochs that are completed.</summary>
    public IReadOnlyList<EpochReport> History => _state.History;

    /// <summary>Trains to the last epoch, until early stopping, or until it is cancelled.</summary>
    /// <param name="training">The rows to learn.</param>
    /// <param name="validation">Rows to measure progress by; null takes <see cref="TrainingOptions.ValidationShare"/> of the training rows, if any.</param>
    /// <param name="cancellationToken">
    /// Ends the training after the update that is under way, with a result that says so and, where checkpoints are asked for, a
    /// checkpoint. <see cref="Fit"/> with the same rows then goes on.
    /// </param>
    /// <returns>How it went.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="training"/> is null.</exception>
    /// <exception cref="ArgumentException">A data set does not fit the network, or not the checkpoint that was loaded.</exception>
    /// <exception cref="TrainingDivergedException">A loss or gradient is not finite; the parameters are those before that batch.</exception>
    public TrainingResult Fit(Dataset<T> training, Dataset<T>? validation = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (validation is null && Options.ValidationShare > 0)
            (training, validation) = training.Split(Options.ValidationShare, Options.Seed, Options.Stratified);
        TrainingGuard.Check(this, training, nameof(training));
        if (validation is not null)
            TrainingGuard.Check(this, validation, nameof(validation));
        if (_state.RowCount != 0 && _state.RowCount != training.Count)
            throw new ArgumentException($"The training began with {_state.RowCount} rows, but the data set has {training.Count}.", nameof(training));
        _state.RowCount = training.Count;
        using TrainingRun<T> run = new(this, _state, training, validation);
        return run.Run(cancellationToken);
    }

    /// <summary>
    /// Saves the training: parameters, optimizer, schedule, position in the epoch, history. The file is in the format
    /// safetensors, and a model file besides.
    /// </summary>
    /// <param name="path">The file. One that is there is replaced as a whole: a crash leaves the old or the new one.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        new CheckpointWriter<T>(this, _state).Save(path);
    }

    /// <summary>
    /// Loads a training, which <see cref="Fit"/> then resumes with the same bits as if it had not been interrupted. The trainer is
    /// made as the one that saved it: a network and an optimizer with the same arguments, the same options but for the number of
    /// epochs and of threads, the same rows.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NetGen.Files.ModelFileException">The file is damaged, or belongs to another training; nothing is changed.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public void Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _state = new CheckpointReader<T>(this, path).Restore();
    }
}
