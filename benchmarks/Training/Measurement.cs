namespace NetGen.TrainingBenchmark;

/// <summary>What one training took and reached.</summary>
/// <param name="Seconds">The wall time of the training.</param>
/// <param name="Accuracy">The share of test rows that are classified rightly.</param>
internal sealed record Measurement(double Seconds, double Accuracy);
