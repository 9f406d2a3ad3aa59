namespace NetGen.Training;

/// <summary>The names of what a checkpoint holds besides the parameters of the network.</summary>
internal static class CheckpointNames
{
    public const string Version = "netgen_checkpoint";
    public const string CurrentVersion = "1";
    public const string Optimizer = "optimizer";
    public const string LearningRate = "optimizer.learning_rate";
    public const string Counters = "training.counters";
    public const string Figures = "training.figures";
    public const string BestParameters = "training.best_parameters";
    public const string Plateau = "plateau.state";
    public const string HistoryLoss = "history.loss";
    public const string HistoryValidationLoss = "history.validation_loss";
    public const string HistoryLearningRate = "history.learning_rate";
    public const string HistoryIsBest = "history.is_best";
    public const string HistoryTicks = "history.ticks";
    public const string HistoryRowsPerSecond = "history.rows_per_second";

    private const string HistoryMetric = "history.metric.";

    public static string Vector(string name) => "optimizer.vector." + name;

    public static string Scalar(string name) => "optimizer.scalar." + name;

    public static string Metric(string name) => HistoryMetric + name;

    /// <summary>The name of the metric whose figures a tensor holds; null where it holds something else.</summary>
    public static string? MetricOf(string tensor) =>
        tensor.StartsWith(HistoryMetric, StringComparison.Ordinal) ? tensor[HistoryMetric.Length..] : null;
}
