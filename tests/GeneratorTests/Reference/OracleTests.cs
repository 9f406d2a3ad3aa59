namespace NetGen.GeneratorTests.Reference;

/// <summary>The interpreter against stored PyTorch values in double.</summary>
public class OracleTests
{
    private static readonly Tolerance Tight = new(1e-10, 1e-14);

    public static TheoryData<string> Ids => [.. OracleCase.All.Select(x => x.Id)];

    /// <summary>Reductions are not applied to a user's loss.</summary>
    public static TheoryData<string> IdsOfBuiltInLosses => [.. OracleCase.All.Where(x => x.Spec.Loss.Own is null).Select(x => x.Id)];

    /// <summary>Dividing by the sum of the outputs first changes ∂L/∂output, and nothing behind a softmax.</summary>
    public static TheoryData<string> IdsWithoutRenormalisation =>
        [.. OracleCase.All.Where(x => x.Spec.Loss.BuiltIn != Loss.CategoricalCrossEntropy).Select(x => x.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Outputs_and_pre_activations_match(string id)
    {
        (OracleCase oracle, ReferenceNetwork network) = Find(id);
        Close.Assert(id, "output", oracle.Output, network.Forward(oracle.Inputs), Tight);
        double[][][] rows = [.. oracle.Inputs.Chunk(oracle.Spec.InputSize).Select(network.PreActivations)];
        for (int k = 0; k < oracle.Spec.LayerCount; k++)
        {
            Close.Assert(id, $"z{k}", oracle.PreActivations[k], [.. rows.SelectMany(row => row[k])], Tight);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Loss_and_gradients_match(string id)
    {
        (OracleCase oracle, ReferenceNetwork network) = Find(id);
        (double loss, double[] gradient, double[] inputGradients) = network.Backward(oracle.Inputs, oracle.Targets);
        Close.Assert(id, "loss", oracle.LossOfSum, loss, Tight);
        Close.Assert(id, "gradient", oracle.GradientOfSum, gradient, Tight, oracle.Spec.ParameterName);
        Close.Assert(id, "input gradient", oracle.InputGradientOfSum, inputGradients, Tight);
    }

    [Theory]
    [MemberData(nameof(IdsOfBuiltInLosses))]
    public void Mean_over_outputs_scales_loss_and_gradients(string id)
    {
        (OracleCase oracle, _) = Find(id);
        ReferenceNetwork network = new(oracle.Spec with { Reduction = LossReduction.MeanOverOutputs }, oracle.Parameters);
        (double loss, double[] gradient, _) = network.Backward(oracle.Inputs, oracle.Targets);
        Close.Assert(id, "loss", oracle.LossOfSum * oracle.MeanOverSum, loss, Tight);
        Close.Assert(id, "gradient", [.. oracle.GradientOfSum.Select(g => g * oracle.MeanOverSum)], gradient, Tight, oracle.Spec.ParameterName);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Vector_Jacobian_products_match(string id)
    {
        (OracleCase oracle, ReferenceNetwork network) = Find(id);
        (double[] parameters, double[] inputs) = network.VectorJacobianProduct(oracle.Inputs, oracle.OutputGradients);
        Close.Assert(id, "parameter gradient", oracle.VjpParameters, parameters, Tight, oracle.Spec.ParameterName);
        Close.Assert(id, "input gradient", oracle.VjpInputs, inputs, Tight);
    }

    [Theory]
    [MemberData(nameof(IdsWithoutRenormalisation))]
    public void Output_gradients_match(string id)
    {
        (OracleCase oracle, ReferenceNetwork network) = Find(id);
        int rows = oracle.Inputs.Length / oracle.Spec.InputSize;
        double[] gradients =
        [
            .. oracle.Inputs.Chunk(oracle.Spec.InputSize).Zip(oracle.Targets.Chunk(oracle.Spec.OutputSize))
                .SelectMany(row => network.OutputGradient(row.First, row.Second)).Select(g => g / rows),
        ];
        Close.Assert(id, "output gradient", oracle.OutputGradientOfSum, gradients, Tight);
    }

    private static (OracleCase Case, ReferenceNetwork Network) Find(string id)
    {
        OracleCase oracle = OracleCase.All.Single(x => x.Id == id);
        return (oracle, new ReferenceNetwork(oracle.Spec, oracle.Parameters));
    }
}
