using System.Numerics;

namespace NetGen.Metrics;

/// <summary>A named figure of merit of the outputs of a network over a data set.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Name">The name in reports.</param>
/// <param name="Measure">The figure, of rows of outputs and the data set that they belong to.</param>
/// <param name="HigherIsBetter">Whether a larger figure is better.</param>
public sealed record Metric<T>(string Name, MetricFunction<T> Measure, bool HigherIsBetter = true)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
