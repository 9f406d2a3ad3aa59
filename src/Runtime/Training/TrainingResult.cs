namespace NetGen.Training;

/// <summary>How a training went.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Epochs">The epochs that were completed, those before a checkpoint included.</param>
/// <param name="BestEpoch">The number of the best epoch, from 1, by the figure that early stopping watches, else by the loss; 0 before the first is completed.</param>
public sealed record TrainingResult(StopReason Reason, IReadOnlyList<EpochReport> Epochs, int BestEpoch);
