namespace NetGen.Training;

/// <summary>Where and how often a training is saved.</summary>
/// <param name="Path">The file. Each checkpoint takes the place of the one before; a crash leaves the one or the other.</param>
public sealed record CheckpointOptions(string Path)
{
    /// <summary>After how many epochs a checkpoint is written; 0 for never.</summary>
    public int EveryEpochs { get; init; } = 1;

    /// <summary>After how many updates a checkpoint is written, within epochs too; 0 for never.</summary>
    public int EverySteps { get; init; }
}
