using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>The matrix forms of back-propagation through dense layers.</summary>
[Trait("Category", "Numeric")]
public class DenseLayerCases
{
    private static readonly (string Name, Activation Activation)[] Activations =
        [("relu", Activation.ReLU), ("sigmoid", Activation.Sigmoid), ("tanh", Activation.Tanh)];

    private static readonly GeneratedNetworks Single = GeneratedNetworks.Compile(Activations.Select(x => Spec([8, 4], x.Activation)));
    private static readonly GeneratedNetworks Deep = GeneratedNetworks.Compile(Spec([3, 4, 2, 2], Activation.Sigmoid), Spec([3, 4], Activation.Sigmoid), Spec([3, 4, 2], Activation.Sigmoid));
    private static readonly GeneratedNetworks Passing = GeneratedNetworks.Compile(new NetworkSpec([1, 1], [Activation.Identity], Loss.BinaryCrossEntropy).As(Precision.Double));

    /// <summary>L = Σ A²: dZ = dA·f′(Z), db = 1ᵀ dZ, dW = Xᵀ dZ, dX = dZ Wᵀ.</summary>
    [Fact]
    public void S003_02_dense_layer_gradients()
    {
        SeedCase seed = SeedCase.Of("s003_02_dense_layer_gradients");
        double[] x = seed.Inputs.GetProperty("X").Flat();
        int rows = x.Length / 8;
        for (int i = 0; i < Activations.Length; i++)
        {
            INetworkUnderTest network = Single.Create(i);
            network.Parameters = [.. seed.Inputs.GetProperty("W").Flat(), .. seed.Inputs.GetProperty("b").Flat()];
            JsonElement expected = seed.Expected.GetProperty(Activations[i].Name);
            (double loss, double[] gradient) = network.Backward(x, new double[4 * rows]);
            seed.Meets("loss", expected.GetProperty("loss"), loss * rows, 1e-10);
            seed.Meets("A", expected.GetProperty("A"), network.Forward(x), 1e-10);
            seed.Meets("dW", expected.GetProperty("dW"), gradient[..32].Times(rows), 1e-10);
            seed.Meets("db", expected.GetProperty("db"), gradient[32..].Times(rows), 1e-10);
            (double[] parameters, double[] inputs) = network.VectorJacobianProduct(x, expected.GetProperty("dA").Flat());
            seed.Meets("dX", expected.GetProperty("dX"), inputs, 1e-10);
            seed.Meets("dW by a vector-Jacobian product", expected.GetProperty("dW"), parameters[..32], 1e-10);
        }
    }

    /// <summary>The article writes 2(y − ŷ) for ∂L/∂ŷ, which has the wrong sign.</summary>
    [Fact]
    public void S004_04_mlp_3_4_2_2_column_form()
    {
        SeedCase seed = SeedCase.Of("s004_04_mlp_3_4_2_2_column_form");
        double[] x = seed.Inputs.GetProperty("x").Flat(), y = seed.Inputs.GetProperty("y").Flat();
        double[] parameters = ColumnForm(seed.Inputs.GetProperty("W"), seed.Inputs.GetProperty("b"));
        INetworkUnderTest network = Deep.Create(0);
        network.Parameters = parameters;
        (double loss, double[] gradient) = network.Backward(x, y);
        double[] expected = ColumnForm(seed.Expected.GetProperty("dW"), seed.Expected.GetProperty("db"));
        double[] outputGradient = network.Forward(x).Minus(y).Times(2);
        seed.Meets("loss", seed.Expected.GetProperty("loss"), loss, 1e-12);
        seed.Meets("gradient", expected, gradient, 1e-12);
        seed.IsNot("gradient of the article's sign", expected.Times(-1), gradient, 1e-12);
        seed.Meets("∂L/∂ŷ", seed.Expected.GetProperty("dL_dyhat"), outputGradient, 1e-12);
        seed.Meets("dx", seed.Expected.GetProperty("dx"), network.VectorJacobianProduct(x, outputGradient).Inputs, 1e-12);
        CheckActivations(seed, x, parameters);
    }

    /// <summary>The tutorial's "average" is the sum over the samples; ours is the mean.</summary>
    [Fact]
    public void S004_06_cross_entropy_sum_vs_mean()
    {
        SeedCase seed = SeedCase.Of("s004_06_cross_entropy_sum_vs_mean");
        double[] y = seed.Inputs.GetProperty("y").Flat(), yhat = seed.Inputs.GetProperty("yhat").Flat();
        INetworkUnderTest network = Passing.Create(0);
        network.Parameters = [1, 0];
        double loss = network.Evaluate(yhat, y);
        seed.Meets("mean", seed.Expected.GetProperty("mean"), loss, 1e-12);
        seed.IsNot("sum", seed.Expected.GetProperty("seed_value"), loss, 1e-12);
        seed.Meets("derivative", seed.Expected.GetProperty("d_sum"), [.. yhat.Zip(y, (o, t) => network.Backward([o], [t]).Gradient[1])], 1e-12);
    }

    /// <summary>The activations of the inner layers are the outputs of the network cut short.</summary>
    private static void CheckActivations(SeedCase seed, double[] x, double[] parameters)
    {
        double[][] expected = seed.Expected.GetProperty("activations").Rows();
        foreach ((int layers, int index) in new[] { (1, 1), (2, 2), (3, 0) })
        {
            INetworkUnderTest network = Deep.Create(index);
            network.Parameters = parameters[..network.Spec.ParameterCount];
            seed.Meets($"a{layers}", expected[layers - 1], network.Forward(x), 1e-12);
        }
    }

    /// <summary>Weights <c>[out, in]</c> of z = W a + b.</summary>
    private static double[] ColumnForm(JsonElement weights, JsonElement biases) =>
        [.. weights.EnumerateArray().Zip(biases.EnumerateArray()).SelectMany(layer => layer.First.Transposed().Concat(layer.Second.Flat()))];

    private static NetworkSpec Spec(int[] layers, Activation activation) =>
        new(layers, [.. layers[1..].Select(_ => (ActivationSpec)activation)], Loss.MeanSquaredError)
        {
            Precision = Precision.Double,
            Reduction = LossReduction.SumOverOutputs,
        };
}
