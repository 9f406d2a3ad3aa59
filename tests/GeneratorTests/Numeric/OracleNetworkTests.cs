using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Generated networks of both precisions against stored PyTorch values.</summary>
[Trait("Category", "Numeric")]
public class OracleNetworkTests
{
    /// <summary>The cases cycle through the losses; every other round takes the other reduction.</summary>
    private const int LossesPerRound = 14;

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(
        OracleCase.All.SelectMany((oracle, i) => new[] { SpecOf(oracle, i, Precision.Single), SpecOf(oracle, i, Precision.Double) })));

    public static TheoryData<string, Precision> Cases => Theory.Of(OracleCase.All.SelectMany(x => new[] { (x.Id, Precision.Single), (x.Id, Precision.Double) }));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outputs_match(string id, Precision precision)
    {
        (OracleCase oracle, INetworkUnderTest network, _) = Find(id, precision);
        Close.Assert(network.Declaration, "output", oracle.Output, network.Forward(oracle.Inputs), Tolerance.Of(precision));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_and_gradient_match(string id, Precision precision)
    {
        (OracleCase oracle, INetworkUnderTest network, double scale) = Find(id, precision);
        (double loss, double[] gradient) = network.Backward(oracle.Inputs, oracle.Targets);
        CheckLoss(oracle, network, scale, loss);
        CheckLoss(oracle, network, scale, network.Evaluate(oracle.Inputs, oracle.Targets));
        CheckGradient(oracle, network, scale, gradient);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_and_gradient_of_labels_match(string id, Precision precision)
    {
        (OracleCase oracle, INetworkUnderTest network, double scale) = Find(id, precision);
        Assert.Equal(oracle.Spec.Loss.TakesLabels, network.TakesLabels);
        if (oracle.Labels is { } labels)
        {
            (double loss, double[] gradient) = network.Backward(oracle.Inputs, labels);
            CheckLoss(oracle, network, scale, loss);
            CheckLoss(oracle, network, scale, network.Evaluate(oracle.Inputs, labels));
            CheckGradient(oracle, network, scale, gradient);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Vector_Jacobian_products_match(string id, Precision precision)
    {
        (OracleCase oracle, INetworkUnderTest network, _) = Find(id, precision);
        (double[] parameters, double[] inputs) = network.VectorJacobianProduct(oracle.Inputs, oracle.OutputGradients);
        Close.Assert(network.Declaration, "parameter gradient", oracle.VjpParameters, parameters, Tolerance.Of(precision), oracle.Spec.ParameterName);
        Close.Assert(network.Declaration, "input gradient", oracle.VjpInputs, inputs, Tolerance.Of(precision));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Jacobian_and_SgdStep_match_the_interpreter(string id, Precision precision)
    {
        (OracleCase oracle, INetworkUnderTest network, _) = Find(id, precision);
        NetworkData data = new(oracle.Parameters, oracle.Inputs, oracle.Targets, oracle.Labels, oracle.OutputGradients);
        Agreement agreement = new(network, data);
        agreement.CheckJacobian();
        agreement.CheckSgdStep();
    }

    private static void CheckLoss(OracleCase oracle, INetworkUnderTest network, double scale, double loss) =>
        Close.Assert(network.Declaration, "loss", oracle.LossOfSum * scale, loss, Tolerance.Of(network.Spec.Precision));

    private static void CheckGradient(OracleCase oracle, INetworkUnderTest network, double scale, double[] gradient) => Close.Assert(
        network.Declaration, "gradient", [.. oracle.GradientOfSum.Select(g => g * scale)], gradient, Tolerance.Of(network.Spec.Precision), oracle.Spec.ParameterName);

    private static NetworkSpec SpecOf(OracleCase oracle, int index, Precision precision)
    {
        bool sums = (index / LossesPerRound % 2 == 0) == (precision == Precision.Single);
        return oracle.Spec with { Precision = precision, Reduction = sums ? LossReduction.SumOverOutputs : LossReduction.MeanOverOutputs };
    }

    private static (OracleCase Case, INetworkUnderTest Network, double Scale) Find(string id, Precision precision)
    {
        int index = OracleCase.All.Select(x => x.Id).ToList().IndexOf(id);
        OracleCase oracle = OracleCase.All[index];
        INetworkUnderTest network = Networks.Value.Create(2 * index + (precision == Precision.Double ? 1 : 0));
        network.Parameters = oracle.Parameters;
        bool isDivided = network.Spec.Reduction == LossReduction.MeanOverOutputs && oracle.Spec.Loss.Own is null;
        return (oracle, network, isDivided ? oracle.MeanOverSum : 1);
    }
}
