using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>The table of built-in losses: whether the reduction divides by the outputs, and whether labels are taken.</summary>
/// <param name="IsDividedByOutputs">Whether <see cref="LossReduction.MeanOverOutputs"/> divides the loss of a row.</param>
/// <param name="TakesLabels">Whether the loss is over classes.</param>
internal sealed record LossFacts(bool IsDividedByOutputs, bool TakesLabels)
{
    public static LossFacts Of(LossSpec loss)
    {
        if (loss.IsOwn)
        {
            return new LossFacts(false, loss.OwnTakesLabels);
        }

        return loss.BuiltIn switch
        {
            Loss.CategoricalCrossEntropy or Loss.SoftmaxCrossEntropy or Loss.NegativeLogLikelihood => new LossFacts(false, true),
            Loss.MulticlassHinge => new LossFacts(true, true),
            Loss.CosineDistance => new LossFacts(false, false),
            _ => new LossFacts(true, false),
        };
    }
}
