using System.Globalization;

namespace NetGen.Training;

/// <summary>
/// The loss or the gradient of a batch is not finite, or the loss is beyond the limit. The parameters are those before the batch.
/// </summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="epoch">The number of the epoch, from 1.</param>
    /// <param name="batch">The number of the update in the epoch, from 1.</param>
    /// <param name="loss">The mean loss of the batch.</param>
    /// <param name="learningRate">The learning rate at the time.</param>
    public TrainingDivergedException(int epoch, int batch, double loss, double learningRate)
        : base(MessageOf(epoch, batch, loss, learningRate))
    {
        Epoch = epoch;
        Batch = batch;
        Loss = loss;
        LearningRate = learningRate;
    }

    /// <summary>The number of the epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The number of the update in the epoch, from 1.</summary>
    public int Batch { get; }

    /// <summary>The mean loss of the batch.</summary>
    public double Loss { get; }

    /// <summary>The learning rate at the time.</summary>
    public double LearningRate { get; }

    private static string MessageOf(int epoch, int batch, double loss, double learningRate)
    {
        string cause = double.IsFinite(loss)
            ? $"The loss is {loss.ToString("G6", CultureInfo.InvariantCulture)}, beyond the limit, or the gradient is not finite"
            : $"The loss is {loss.ToString(CultureInfo.InvariantCulture)}";
        string rate = learningRate.ToString("G6", CultureInfo.InvariantCulture);
        return $"The training diverged in epoch {epoch}, batch {batch}. {cause}. The parameters are those before this batch. "
            + $"A learning rate below {rate}, clipped gradients or features of a common scale help.";
    }
}
