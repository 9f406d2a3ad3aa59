using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>Derivatives of ReLU, sigmoid and tanh: diagonal Jacobians, vanishing with depth, and stable in the extremes.</summary>
[Trait("Category", "Numeric")]
public class ActivationDerivativeCases
{
    private const int Width = 3;

    private static readonly (string Name, Activation Activation)[] Activations =
        [("relu", Activation.ReLU), ("sigmoid", Activation.Sigmoid), ("tanh", Activation.Tanh)];

    private static readonly int[] Depths = [1, 2, 5, 10, 20];

    private static readonly GeneratedNetworks Wide = GeneratedNetworks.Compile(Activations.Select(x => Spec([Width, Width], x.Activation)));

    private static readonly GeneratedNetworks Deep = GeneratedNetworks.Compile(
        Activations.SelectMany(x => Depths.Select(depth => Spec([.. Enumerable.Repeat(1, depth + 1)], x.Activation))));

    [Fact]
    public void S003_01_activation_jacobians()
    {
        SeedCase seed = SeedCase.Of("s003_01_activation_jacobians");
        double[][] z = seed.Inputs.GetProperty("z").Rows();
        for (int i = 0; i < Activations.Length; i++)
        {
            INetworkUnderTest network = Elementwise(i);
            JsonElement expected = seed.Expected.GetProperty(Activations[i].Name);
            seed.Meets("value", expected.GetProperty("value"), network.Forward([.. z.SelectMany(row => row)]), 1e-12);
            double[][] diagonals = expected.GetProperty("jacobian_diagonal").Rows();
            double[][] jacobians = [.. diagonals.Select(diagonal => Vectors.Identity(Width).Select((x, k) => x * diagonal[k / Width]).ToArray())];
            seed.Meets("Jacobian", [.. jacobians.SelectMany(x => x)], [.. z.SelectMany(network.Jacobian)], 1e-12);
        }
    }

    [Fact]
    public void S003_03_vanishing_gradient_table()
    {
        SeedCase seed = SeedCase.Of("s003_03_vanishing_gradient_table");
        double[] x = seed.Inputs.GetProperty("x").Flat();
        for (int i = 0; i < Activations.Length; i++)
        {
            seed.Meets(Activations[i].Name, seed.Expected.GetProperty(Activations[i].Name), Derivatives(i, x), 1e-13);
        }

        seed.Meets("largest of sigmoid", seed.Expected.GetProperty("sigmoid_max"), Derivatives(1, x).Max(), 1e-13);
        seed.Meets("largest of tanh", seed.Expected.GetProperty("tanh_max"), Derivatives(2, x).Max(), 1e-13);
        seed.Meets("sigmoid at 8", seed.Expected.GetProperty("sigmoid_at_8"), Derivatives(1, [8])[0], 1e-13);
        seed.Meets("tanh at 8", seed.Expected.GetProperty("tanh_at_8"), Derivatives(2, [8])[0], 1e-13);
    }

    [Fact]
    public void S003_04_vanishing_with_depth()
    {
        SeedCase seed = SeedCase.Of("s003_04_vanishing_with_depth");
        double[] x = seed.Inputs.GetProperty("x").Flat();
        for (int i = 0; i < Deep.Specs.Count; i++)
        {
            INetworkUnderTest network = Deep.Create(i);
            network.Parameters = [.. Enumerable.Repeat(1.0, network.Spec.ParameterCount)];
            string depth = FormattableString.Invariant($"{network.Spec.LayerCount}");
            JsonElement expected = seed.Expected.At(Activations[i / Depths.Length].Name, depth);
            seed.Meets($"value at depth {depth}", expected.GetProperty("value"), network.Forward(x), 1e-12);
            seed.Meets($"derivative at depth {depth}", expected.GetProperty("derivative"), network.Jacobian(x), 1e-12);
        }
    }

    /// <summary>Where the notebook's formulas give ∞/∞ or ∞·0 the true values are finite.</summary>
    [Fact]
    public void S003_05_numerical_edge_cases()
    {
        SeedCase seed = SeedCase.Of("s003_05_numerical_edge_cases");
        double[] z = seed.Inputs.GetProperty("z").Flat();
        double[] sigmoid = Values(1, z), expected = seed.Expected.GetProperty("stable_sigmoid").Flat();
        seed.Meets("sigmoid", expected, sigmoid, 1e-10);
        seed.Meets("sigmoid at −400, relatively", 1, sigmoid[1] / expected[1], 1e-10);
        seed.Meets("tanh", seed.Expected.GetProperty("stable_tanh"), Values(2, z), 1e-10);
        seed.IsNot("tanh of the notebook", seed.Expected.GetProperty("notebook_tanh"), Values(2, z), 1e-10);
        INetworkUnderTest deep = Deep.Create(0);
        deep.Parameters = [1];
        seed.Meets("relu(−∞)", seed.Expected.GetProperty("stable_relu_of_-inf"), deep.Forward([double.NegativeInfinity]), 0);
    }

    [Fact]
    public void S004_05_dsigmoid_bug()
    {
        SeedCase seed = SeedCase.Of("s004_05_dsigmoid_bug");
        double[] derivatives = Derivatives(1, seed.Inputs.GetProperty("z").Flat());
        seed.Meets("derivative", seed.Expected.GetProperty("derivative"), derivatives, 1e-13);
        seed.IsNot("2s(1 − s)", seed.Expected.GetProperty("seed_formula"), derivatives, 1e-13);
    }

    private static double[] Values(int activation, double[] points) =>
        Elementwise(activation).Forward(Padded(points))[..points.Length];

    private static double[] Derivatives(int activation, double[] points) =>
        Elementwise(activation).VectorJacobianProduct(Padded(points), [.. Padded(points).Select(_ => 1.0)]).Inputs[..points.Length];

    private static double[] Padded(double[] points) => [.. points, .. new double[(Width - points.Length % Width) % Width]];

    private static INetworkUnderTest Elementwise(int activation)
    {
        INetworkUnderTest network = Wide.Create(activation);
        network.Parameters = Vectors.Identity(Width);
        return network;
    }

    private static NetworkSpec Spec(int[] layers, Activation activation) =>
        new(layers, [.. layers[1..].Select(_ => (ActivationSpec)activation)], Loss.MeanSquaredError) { Precision = Precision.Double, Bias = false };
}
