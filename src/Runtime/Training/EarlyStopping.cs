namespace NetGen.Training;

/// <summary>
/// Stops a training that makes no progress any more. What is watched is the validation loss, without validation rows the
/// training loss, or a metric by its name.
/// </summary>
public sealed record EarlyStopping
{
    private const int DefaultPatience = 10;

    /// <summary>After how many epochs in a row without improvement the training ends, at least 1.</summary>
    public int Patience { get; init; } = DefaultPatience;

    /// <summary>By how much the figure must improve to count, not negative.</summary>
    public double MinimumImprovement { get; init; }

    /// <summary>The name of the metric to watch; null for the loss.</summary>
    public string? Metric { get; init; }

    /// <summary>Whether the network ends with the parameters of the best epoch, also where all epochs were trained.</summary>
    public bool RestoreBest { get; init; } = true;
}
