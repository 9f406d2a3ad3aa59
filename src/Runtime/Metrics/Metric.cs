using System.Numerics;
using NetGen.Data;

namespace NetGen.Metrics;

/// <summary>The metrics of this library as figures that a training reports after every epoch.</summary>
public static class Metric
{
    /// <summary>The share of rows whose class is right, as <see cref="Classification"/> decides it.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="threshold">The output from which on a network of one output says class 1: 0.5 of a probability, 0 of a logit.</param>
    public static Metric<T> Accuracy<T>(double threshold = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new("accuracy", (outputs, data) => data.HasLabels
            ? Classification.Accuracy(outputs, data.Labels, OutputSize(outputs, data), threshold)
            : Classification.Accuracy(outputs, data.Targets, OutputSize(outputs, data), threshold));

    /// <summary>The share of rows whose class is among the k likeliest.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="k">How many classes count.</param>
    public static Metric<T> TopKAccuracy<T>(int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new($"top-{k} accuracy", (outputs, data) => data.HasLabels
            ? Classification.TopKAccuracy(outputs, data.Labels, OutputSize(outputs, data), k)
            : Classification.TopKAccuracy(outputs, data.Targets, OutputSize(outputs, data), k));

    /// <summary>The mean negative logarithm of the probability of the right class.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static Metric<T> LogLoss<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new("log-loss", (outputs, data) => data.HasLabels
            ? Classification.LogLoss(outputs, data.Labels, OutputSize(outputs, data))
            : Classification.LogLoss(outputs, data.Targets, OutputSize(outputs, data)), HigherIsBetter: false);

    /// <summary>The mean over all outputs of (o − t)².</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static Metric<T> MeanSquaredError<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new("MSE", (outputs, data) => Regression.MeanSquaredError(outputs, data.Targets), HigherIsBetter: false);

    /// <summary>The mean over all outputs of |o − t|.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static Metric<T> MeanAbsoluteError<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new("MAE", (outputs, data) => Regression.MeanAbsoluteError(outputs, data.Targets), HigherIsBetter: false);

    /// <summary>The coefficient of determination R², as <see cref="Regression.RSquared{T}"/> has it.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static Metric<T> RSquared<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new("R²", (outputs, data) => Regression.RSquared(outputs, data.Targets, OutputSize(outputs, data)));

    private static int OutputSize<T>(ReadOnlySpan<T> outputs, Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => outputs.Length / data.Count;
}
