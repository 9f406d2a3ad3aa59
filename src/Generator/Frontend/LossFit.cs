using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>What a loss takes, and what to declare instead of an activation that does not give it.</summary>
/// <param name="Domain">The outputs that the loss is made for.</param>
/// <param name="Advice">What to use instead.</param>
internal sealed record LossFit(string Domain, string Advice)
{
    private static readonly LossFit Probability = new("probabilities between 0 and 1", "Sigmoid, or Identity with BinaryCrossEntropyWithLogits");

    private static readonly LossFit Distribution = new("probabilities above 0", "Softmax, or Identity with SoftmaxCrossEntropy");

    private static readonly LossFit Logit = new("logits of both signs", "Identity, or Sigmoid with BinaryCrossEntropy");

    private static readonly LossFit Logits = new("logits of any size", "Identity, or Softmax with CategoricalCrossEntropy");

    private static readonly LossFit LogProbabilities = new("log-probabilities", "LogSoftmax");

    private static readonly LossFit Score = new("scores of both signs", "Identity or Tanh");

    private static readonly LossFit LogRate = new("logarithms of rates", "Identity");

    /// <summary>What a built-in loss misses in the outputs of a built-in activation, or null where the two may train.</summary>
    public static LossFit? Problem(ActivationSpec activation, OutputRange range, LossSpec loss)
    {
        if (activation.IsOwn || loss.IsOwn)
        {
            return null;
        }

        // Log-softmax into softmax is harmless, softmax of softmax is not; rates of 1 and more are a choice, those below e a slip.
        bool isUnit = range is OutputRange.Probability or OutputRange.UnitInterval;
        return loss.BuiltIn switch
        {
            Loss.BinaryCrossEntropy when range != OutputRange.Probability => Probability,
            Loss.CategoricalCrossEntropy when range is not (OutputRange.Probability or OutputRange.Positive) => Distribution,
            Loss.BinaryCrossEntropyWithLogits when range != OutputRange.BothSigns => Logit,
            Loss.SoftmaxCrossEntropy when isUnit => Logits,
            Loss.NegativeLogLikelihood or Loss.KullbackLeiblerDivergence when range != OutputRange.Negative => LogProbabilities,
            Loss.BinaryHinge when range != OutputRange.BothSigns => Score,
            Loss.PoissonNegativeLogLikelihood when isUnit || range == OutputRange.Negative => LogRate,
            _ => null,
        };
    }
}
