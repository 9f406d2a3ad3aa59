namespace NetGen.Training;

/// <summary>What an epoch brought.</summary>
public sealed record EpochReport
{
    /// <summary>The number of the epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The mean loss of the training rows, each before the update that it took part in.</summary>
    public required double Loss { get; init; }

    /// <summary>The mean loss of the validation rows after the epoch; null without validation rows.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The metrics after the epoch by their names, over the validation rows or else the training rows.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>The learning rate of the last update.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Whether this is the best epoch so far by the figure that early stopping watches, else by the loss.</summary>
    public required bool IsBest { get; init; }

    /// <summary>The time of the updates, without validation; of a resumed epoch since then.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Training rows per second of <see cref="Elapsed"/>.</summary>
    public required double RowsPerSecond { get; init; }
}
