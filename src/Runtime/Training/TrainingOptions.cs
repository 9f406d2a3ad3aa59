namespace NetGen.Training;

/// <summary>How a <see cref="Trainer{T}"/> trains.</summary>
public sealed record TrainingOptions
{
    private const int DefaultEpochs = 10;
    private const int DefaultBatchSize = 32;
    private const int DefaultMinimumPartRows = 32;
    private const int DefaultMaximumParts = 4;

    /// <summary>How often every row is shown, at least once: the number of epochs after which the training is complete.</summary>
    public int Epochs { get; init; } = DefaultEpochs;

    /// <summary>Rows of a mini-batch; the last one of an epoch may be smaller.</summary>
    public int BatchSize { get; init; } = DefaultBatchSize;

    /// <summary>
    /// Mini-batches whose gradients are averaged for one update (gradient accumulation). An update counts all its rows
    /// alike, also where the last ones of an epoch are fewer.
    /// </summary>
    public int AccumulationSteps { get; init; } = 1;

    /// <summary>Fixes the order of the rows in every epoch and the split of <see cref="ValidationShare"/>.</summary>
    public int Seed { get; init; }

    /// <summary>Whether every epoch shows the rows in a new random order; else in the order of the data set, and without copies.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The share of the training rows that is held out for validation where no validation set is given, in [0, 1).</summary>
    public double ValidationShare { get; init; }

    /// <summary>Whether the held-out rows have each class in its share.</summary>
    public bool Stratified { get; init; }

    /// <summary>The number of threads, the caller's included. The result has the same bits for every number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Into how many parts, each with a gradient of its own, the rows of an update are cut at the most. As many threads work at
    /// once. The parts, unlike the threads, determine the rounding.
    /// </summary>
    public int MaximumParts { get; init; } = DefaultMaximumParts;

    /// <summary>The rows that a part has at the least: small updates are not cut.</summary>
    public int MinimumPartRows { get; init; } = DefaultMinimumPartRows;

    /// <summary>The learning rate of each step or epoch; null leaves the optimizer's as it is.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>Whether <see cref="Schedule"/> counts epochs or updates.</summary>
    public ScheduleUnit ScheduleUnit { get; init; }

    /// <summary>Lowers the learning rate after epochs without progress, in place of a schedule. It has a state: one instance is for one training.</summary>
    public ReduceOnPlateau? ReduceOnPlateau { get; init; }

    /// <summary>The name of the metric that <see cref="ReduceOnPlateau"/> observes; null for the validation loss, without validation rows the training loss.</summary>
    public string? PlateauMetric { get; init; }

    /// <summary>Every element of a gradient is limited to this magnitude, before <see cref="ClipNorm"/>.</summary>
    public double ClipValue { get; init; } = double.PositiveInfinity;

    /// <summary>The gradient is scaled down to this Euclidean norm where it is longer.</summary>
    public double ClipNorm { get; init; } = double.PositiveInfinity;

    /// <summary>When to stop before the last epoch; null trains all epochs and keeps the last parameters.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>A loss of a batch above this counts as divergence, as one that is not finite always does.</summary>
    public double DivergenceLoss { get; init; } = double.PositiveInfinity;

    /// <summary>Receives a report after every epoch, on the thread that trains.</summary>
    public IProgress<EpochReport>? Progress { get; init; }

    /// <summary>Receives a report after every update, on the thread that trains.</summary>
    public IProgress<StepReport>? StepProgress { get; init; }

    /// <summary>Where and how often the training is saved; null for never.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>Rows of an update.</summary>
    internal int RowsPerStep => (int)Math.Min((long)BatchSize * AccumulationSteps, int.MaxValue);
}
