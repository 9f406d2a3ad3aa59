using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>Gradient checks of sigmoid networks with L2 regularisation, weights as Θ = <c>[out, 1 + in]</c>.</summary>
[Trait("Category", "Numeric")]
public class GradientCheckCases
{
    private static readonly NetworkSpec Deep = SigmoidNetwork(8, 8, 5, 4);
    private static readonly NetworkSpec Course = SigmoidNetwork(3, 5, 3);
    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Deep, Course);

    [Fact]
    public void S001_03_gradcheck_8_8_5_4()
    {
        SeedCase seed = SeedCase.Of("s001_03_gradcheck_8_8_5_4");
        Check(seed, Deep, seed.Inputs.GetProperty("y").Integers());
    }

    [Fact]
    public void S001_04_bias_row_bug()
    {
        SeedCase seed = SeedCase.Of("s001_04_bias_row_bug");
        Thetas thetas = new(seed.Inputs.GetProperty("thetas"));
        int[] y = seed.Inputs.GetProperty("y").Integers();
        double lambda = seed.Inputs.GetProperty("lambda").Number();
        double cost = Create(Deep, thetas).Evaluate(seed.Inputs.GetProperty("X").Flat(), OneHot(Deep, y));
        seed.Meets("J", seed.Expected.GetProperty("J_correct"), cost + thetas.Penalty(lambda, y.Length), 1e-10);
        seed.IsNot("J", seed.Expected.GetProperty("J_with_seed_bug"), cost + thetas.Penalty(lambda, y.Length), 1e-10);
        seed.Meets("J with the bug", seed.Expected.GetProperty("J_with_seed_bug"), cost + thetas.PenaltyWithoutFirstRow(lambda, y.Length), 1e-10);
    }

    [Fact]
    public void S001_05_checkNNGradients_3_5_3()
    {
        SeedCase seed = SeedCase.Of("s001_05_checkNNGradients_3_5_3");
        Check(seed, Course, seed.Inputs.GetProperty("y_0based").Integers());
    }

    private static void Check(SeedCase seed, NetworkSpec spec, int[] y)
    {
        Thetas thetas = new(seed.Inputs.GetProperty("thetas"));
        double[] x = seed.Inputs.GetProperty("X").Flat(), targets = OneHot(spec, y);
        INetworkUnderTest network = Create(spec, thetas);
        (double cost, double[] gradient) = network.Backward(x, targets);
        foreach (JsonProperty regularised in seed.Expected.EnumerateObject())
        {
            double lambda = double.Parse(regularised.Name, System.Globalization.CultureInfo.InvariantCulture);
            seed.Meets("J", regularised.Value.GetProperty("J"), cost + thetas.Penalty(lambda, y.Length), 1e-9);
            double[] expected = new Thetas(regularised.Value.GetProperty("grads")).Parameters;
            seed.Meets("gradient", expected, gradient.Plus(thetas.PenaltyGradient(lambda, y.Length)), 1e-9);
        }

        Assert.InRange(RelativeDifference(network, x, targets, gradient), 0, 1e-9);
    }

    /// <summary>|numerical − analytic| / |numerical + analytic| over the whole gradient, as the document defines it.</summary>
    private static double RelativeDifference(INetworkUnderTest network, double[] x, double[] targets, double[] gradient)
    {
        double[] parameters = network.Parameters;
        double[] numerical = CentralDifferences.Gradient(p => { network.Parameters = p; return network.Evaluate(x, targets); }, parameters);
        network.Parameters = parameters;
        return Math.Sqrt(numerical.Minus(gradient).SumOfSquares() / numerical.Plus(gradient).SumOfSquares());
    }

    private static INetworkUnderTest Create(NetworkSpec spec, Thetas thetas)
    {
        INetworkUnderTest network = Networks.Create(spec);
        network.Parameters = thetas.Parameters;
        return network;
    }

    private static double[] OneHot(NetworkSpec spec, int[] y) => [.. y.SelectMany(label => ReferenceNetwork.OneHot(label, spec.OutputSize))];

    private static NetworkSpec SigmoidNetwork(params int[] layers) =>
        new(layers, [.. layers[1..].Select(_ => (ActivationSpec)Activation.Sigmoid)], Loss.BinaryCrossEntropy)
        {
            Precision = Precision.Double,
            Reduction = LossReduction.SumOverOutputs,
        };
}
