using System.Numerics;
using NetGen.Data;

namespace NetGen.Metrics;

/// <summary>Computes a figure of merit.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="outputs">The outputs of a network for all rows of <paramref name="data"/>, row after row.</param>
/// <param name="data">The data set, whose targets or labels are the truth.</param>
/// <returns>The figure.</returns>
public delegate double MetricFunction<T>(ReadOnlySpan<T> outputs, Dataset<T> data)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
