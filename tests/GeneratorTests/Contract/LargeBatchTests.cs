using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>A batch of many blocks is the sum of its rows.</summary>
[Trait("Category", "Numeric")]
public class LargeBatchTests
{
    private const int Rows = 1000;

    public static TheoryData<string, Precision> Networks =>
        Theory.Of(from name in new[] { "circles", "bottleneck", "probabilities", "without biases", "hidden softmax", "large gradient" }
                  from precision in Enum.GetValues<Precision>()
                  select (name, precision));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Outputs_of_a_batch_are_those_of_its_rows(string name, Precision precision)
    {
        (INetworkUnderTest network, NetworkData data) = Prepare(name, precision);
        double[] rowByRow = [.. data.Inputs.Chunk(network.Spec.InputSize).SelectMany(network.Forward)];
        Check(network, "output", rowByRow, network.Forward(data.Inputs));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Loss_and_gradient_of_a_batch_are_the_means_over_its_rows(string name, Precision precision)
    {
        (INetworkUnderTest network, NetworkData data) = Prepare(name, precision);
        (double Loss, double[] Gradient)[] rows =
            [.. data.Inputs.Chunk(network.Spec.InputSize).Zip(data.Targets.Chunk(network.Spec.OutputSize)).Select(x => network.Backward(x.First, x.Second))];
        (double loss, double[] gradient) = network.Backward(data.Inputs, data.Targets);
        Check(network, "loss", [rows.Average(x => x.Loss)], [loss]);
        Check(network, "loss of Evaluate", [loss], [network.Evaluate(data.Inputs, data.Targets)]);
        Check(network, "gradient", [.. Sum(rows.Select(x => x.Gradient)).Select(g => g / Rows)], gradient);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Vector_Jacobian_product_of_a_batch_is_the_sum_over_its_rows(string name, Precision precision)
    {
        (INetworkUnderTest network, NetworkData data) = Prepare(name, precision);
        (double[] Parameters, double[] Inputs)[] rows =
            [.. data.Inputs.Chunk(network.Spec.InputSize).Zip(data.OutputGradients.Chunk(network.Spec.OutputSize)).Select(x => network.VectorJacobianProduct(x.First, x.Second))];
        (double[] parameters, double[] inputs) = network.VectorJacobianProduct(data.Inputs, data.OutputGradients);
        Check(network, "parameter gradient", Sum(rows.Select(x => x.Parameters)), parameters);
        Check(network, "input gradients", [.. rows.SelectMany(x => x.Inputs)], inputs);
    }

    private static (INetworkUnderTest Network, NetworkData Data) Prepare(string name, Precision precision)
    {
        INetworkUnderTest network = ContractNetworks.Create(name, precision);
        NetworkData small = NetworkData.Draw(network.Spec, rows: 40, seed: 11);
        network.Parameters = small.Parameters;
        return (network, small with
        {
            Inputs = Repeat(small.Inputs),
            Targets = Repeat(small.Targets),
            OutputGradients = Repeat(small.OutputGradients),
        });
    }

    private static double[] Repeat(double[] values) => [.. Enumerable.Repeat(values, Rows / 40).SelectMany(x => x)];

    private static double[] Sum(IEnumerable<double[]> vectors) => vectors.Aggregate((x, y) => [.. x.Zip(y, (a, b) => a + b)]);

    private static void Check(INetworkUnderTest network, string tensor, double[] expected, double[] actual) =>
        Close.Assert(network.Declaration, tensor, expected, actual, Tolerance.Of(network.Spec.Precision));
}
