using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>Warns of declarations that compile but do not train as they read.</summary>
internal sealed class TrainingChecks(NetworkDeclaration network, AttributeArguments arguments, Reporter reporter)
{
    private const string ActivationsParameter = "activations";
    private const string LossParameter = "loss";

    private int LastLayer => network.LayerCount - 1;

    private ActivationSpec LastActivation => network.Activations[LastLayer];

    public void Check()
    {
        CheckHiddenIdentities();
        CheckConstantOutputs();
        CheckPairing();
    }

    private void CheckHiddenIdentities()
    {
        for (int layer = 0; layer < LastLayer; layer++)
        {
            if (network.Activations[layer].Is(Activation.Identity))
            {
                Warn(Descriptors.HiddenIdentity, layer, layer, layer + 1);
            }
        }
    }

    private void CheckConstantOutputs()
    {
        for (int layer = 0; layer < network.LayerCount; layer++)
        {
            ActivationSpec activation = network.Activations[layer];
            if (network.Sizes[layer + 1] == 1 && IsNormalised(activation))
            {
                Warn(Descriptors.ConstantOutput, layer, activation.Name, activation.Is(Activation.Softmax) ? 1 : 0);
            }
        }

        if (network.OutputSize == 1 && IsOverClasses(network.Loss) && !IsNormalised(LastActivation))
        {
            reporter.Warn(Descriptors.ConstantOutput, arguments.LocationOf(LossParameter), network.Loss.Name, 0);
        }
    }

    private void CheckPairing()
    {
        OutputRange range = OutputRanges.Of(LastActivation, network.Options);
        if (LossFit.Problem(LastActivation, range, network.Loss) is { } problem)
        {
            string given = OutputRanges.Describe(range);
            Warn(Descriptors.UnfitActivation, LastLayer, LastActivation.Name, given, network.Loss.Name, problem.Domain, problem.Advice);
        }
    }

    private void Warn(DiagnosticDescriptor descriptor, int layer, params object[] values) =>
        reporter.Warn(descriptor, arguments.LocationOf(ActivationsParameter, layer), values);

    private static bool IsNormalised(ActivationSpec activation) => activation.Is(Activation.Softmax) || activation.Is(Activation.LogSoftmax);

    /// <summary>Whether the loss compares the outputs of a row with each other, and is 0 where there is one only.</summary>
    private static bool IsOverClasses(LossSpec loss) =>
        loss.Is(Loss.SoftmaxCrossEntropy) || loss.Is(Loss.CategoricalCrossEntropy) || loss.Is(Loss.MulticlassHinge);
}
