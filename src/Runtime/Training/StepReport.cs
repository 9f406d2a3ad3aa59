namespace NetGen.Training;

/// <summary>How far an epoch is, after an update.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="Rows">The rows of the epoch so far.</param>
/// <param name="RowCount">All rows of the epoch.</param>
/// <param name="Loss">The mean loss of the rows so far.</param>
/// <param name="LearningRate">The learning rate of the update.</param>
public readonly record struct StepReport(int Epoch, int Rows, int RowCount, double Loss, double LearningRate);
