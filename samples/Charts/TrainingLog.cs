using NetGen.Training;

namespace Charts;

/// <summary>Prints a line for every so many epochs. (<see cref="Progress{T}"/> would print them later, on another thread.)</summary>
/// <param name="every">After how many epochs a line is printed.</param>
public sealed class TrainingLog(int every) : IProgress<EpochReport>
{
    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        if (value.Epoch % every == 0)
            Console.WriteLine(Line(value));
    }

    /// <summary>An epoch in one line.</summary>
    public static string Line(EpochReport report)
    {
        string validation = report.ValidationLoss is { } loss ? $"   validation loss {loss:F4}" : "";
        string metrics = string.Concat(report.Metrics.Select(metric => $"   {metric.Key} {metric.Value:F4}"));
        return $"epoch {report.Epoch,4}   loss {report.Loss:F4}{validation}{metrics}";
    }
}
