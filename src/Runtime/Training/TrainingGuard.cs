using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>The checks of a training.</summary>
internal static class TrainingGuard
{
    public static void Check(TrainingOptions options)
    {
        AtLeast(1, options.Epochs);
        AtLeast(1, options.BatchSize);
        AtLeast(1, options.AccumulationSteps);
        AtLeast(1, options.Threads);
        AtLeast(1, options.MaximumParts);
        AtLeast(1, options.MinimumPartRows);
        Require(options.ValidationShare is >= 0 and < 1, options.ValidationShare, "at least 0 and below 1");
        Require(options.ClipValue > 0, options.ClipValue, "positive");
        Require(options.ClipNorm > 0, options.ClipNorm, "positive");
        Require(options.DivergenceLoss is > 0, options.DivergenceLoss, "positive");
        if (options.Schedule is not null && options.ReduceOnPlateau is not null)
            throw new ArgumentException("A schedule and a reduction on plateaus both set the learning rate: one of them must be null.", nameof(options));
        if (options.EarlyStopping is { } stopping)
        {
            AtLeast(1, stopping.Patience);
            Require(stopping.MinimumImprovement >= 0, stopping.MinimumImprovement, "not negative");
        }

        if (options.Checkpoint is { } checkpoint)
        {
            ArgumentException.ThrowIfNullOrEmpty(checkpoint.Path, "checkpoint.Path");
            AtLeast(0, checkpoint.EveryEpochs);
            AtLeast(0, checkpoint.EverySteps);
        }
    }

    public static void Check<T>(Trainer<T> trainer, Dataset<T> data, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<LayerInfo> layers = trainer.Network.GetLayers();
        if (data.Count == 0)
            throw new ArgumentException("The data set has no rows.", name);
        if (data.FeatureCount != layers[0].InputSize)
            throw new ArgumentException($"The data set has {data.FeatureCount} features, but the network has {layers[0].InputSize} inputs.", name);
        if (data.HasLabels && trainer.Network is not IClassifierNetwork<T>)
            throw new ArgumentException("The loss of the network takes no labels; make one-hot targets of them.", name);
        int outputs = data.HasLabels ? data.ClassCount : data.TargetCount;
        int expected = layers[^1].OutputSize;
        if (data.HasLabels ? outputs > expected : outputs != expected)
            throw new ArgumentException($"The data set has {outputs} {(data.HasLabels ? "classes" : "targets")}, but the network has {expected} outputs.", name);
        RequireMetric(trainer, trainer.Options.EarlyStopping?.Metric, name);
        RequireMetric(trainer, trainer.Options.PlateauMetric, name);
    }

    private static void RequireMetric<T>(Trainer<T> trainer, string? metric, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (metric is not null && trainer.Metrics.All(known => known.Name != metric))
            throw new ArgumentException($"The options name the metric '{metric}', but the trainer has {Names(trainer)}.", name);
    }

    private static string Names<T>(Trainer<T> trainer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        trainer.Metrics.Count == 0 ? "no metrics" : string.Join(", ", trainer.Metrics.Select(metric => $"'{metric.Name}'"));

    private static void AtLeast(int minimum, int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < minimum)
            throw new ArgumentOutOfRangeException(name, value, $"The value must be at least {minimum}.");
    }

    private static void Require(bool condition, double value, string expected, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!condition)
            throw new ArgumentOutOfRangeException(name, value, $"The value must be {expected}.");
    }
}
