using NetGen.Data;

namespace NetGen.TrainingBenchmark;

/// <summary>A training that every contender makes: the same rows, layers, optimizer, batches and epochs.</summary>
/// <param name="Name">A short name.</param>
/// <param name="Sizes">The layers, from the inputs on.</param>
/// <param name="Activation">The activation of the hidden layer.</param>
/// <param name="Epochs">How often every row is shown.</param>
/// <param name="BatchSize">Rows of a mini-batch.</param>
/// <param name="LearningRate">The learning rate of Adam.</param>
/// <param name="Training">The rows to learn.</param>
/// <param name="Test">The rows to test with.</param>
/// <param name="Create">Creates the network from a seed.</param>
internal sealed record TrainingTask(
    string Name,
    int[] Sizes,
    Activation Activation,
    int Epochs,
    int BatchSize,
    double LearningRate,
    Dataset<float> Training,
    Dataset<float> Test,
    NetworkFactory Create)
{
    /// <summary>Whether the loss is over one logit, and not over classes.</summary>
    public bool IsBinary => Sizes[^1] == 1;

    public string Description => $"{Name} {string.Join('-', Sizes)}, {Training.Count:N0} rows, {Epochs} epochs, batch {BatchSize}";
}
