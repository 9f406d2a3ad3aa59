using NetGen.Training;

namespace Charts;

/// <summary>Prints a line for every so many epochs. (<see cref="Progress{T}"/> would print them later, on another thread.)</summary>
/// <param name="every">After how many epochs a line is printed.</param>
public sealed class TrainingLog(int every) : IProgress<EpochReport>
{
    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        if (value.Epoch % every != 0)
            return;
        string validation = value.ValidationLoss is { } loss ? $"   validation loss {loss:G4}" : "";
        string metrics = string.Concat(value.Metrics.Select(metric => $"   {metric.Key} {metric.Value:F4}"));
        Console.WriteLine($"epoch {value.Epoch,4}   loss {value.Loss:G4}{validation}{metrics}");
    }
}
