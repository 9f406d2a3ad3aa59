using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Replaces an activation followed by a loss on probabilities by one loss on logits, which neither overflows nor loses
/// digits where the probability saturates.
/// </summary>
internal static class LossFusion
{
    /// <summary>The loss on logits that equals <paramref name="loss"/> behind <paramref name="activation"/>, or null.</summary>
    public static Loss? OnLogits(ActivationSpec activation, LossSpec loss)
    {
        if (activation.IsOwn || loss.IsOwn)
        {
            return null;
        }

        return (activation.BuiltIn, loss.BuiltIn) switch
        {
            (Activation.Softmax, Loss.CategoricalCrossEntropy) => Loss.SoftmaxCrossEntropy,
            (Activation.LogSoftmax, Loss.NegativeLogLikelihood) => Loss.SoftmaxCrossEntropy,
            (Activation.Sigmoid, Loss.BinaryCrossEntropy) => Loss.BinaryCrossEntropyWithLogits,
            _ => null,
        };
    }

    /// <summary>The forward graph and the loss to append to it, fused where they can be.</summary>
    public static (NetworkGraph Forward, LossSpec Loss) Apply(NetworkGraph forward, LossSpec loss)
    {
        if (forward.Result.Op is not ActivationOp { Activation: var activation } || OnLogits(activation, loss) is not { } fused)
        {
            return (forward, loss);
        }

        return (Rewriting.Without(forward, node => node == forward.Result), new LossSpec(fused));
    }
}
