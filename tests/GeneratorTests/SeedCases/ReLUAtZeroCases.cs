using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>Integer data that puts half the pre-activations exactly at 0, for three choices of ReLU'(0).</summary>
[Trait("Category", "Numeric")]
public class ReLUAtZeroCases
{
    private static readonly NetworkSpec[] Specs =
    [
        .. new[] { 0, 0.5, 1 }.Select(atZero => new NetworkSpec([3, 5, 2], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError)
        {
            Precision = Precision.Double,
            Reduction = LossReduction.SumOverOutputs,
            Bias = false,
            ReLUGradientAtZero = atZero,
        }),
    ];

    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Specs);

    [Fact]
    public void S000_03_relu_gradient_at_zero()
    {
        SeedCase seed = SeedCase.Of("s000_03_relu_gradient_at_zero");
        JsonElement[] expected = [.. seed.Expected.GetProperty("by_relu_grad_at_zero").EnumerateObject().Select(x => x.Value)];
        for (int i = 0; i < Specs.Length; i++)
        {
            Check(seed, Networks.Create(i), expected[i]);
        }
    }

    private static void Check(SeedCase seed, INetworkUnderTest network, JsonElement expected)
    {
        network.Parameters = [.. seed.Inputs.GetProperty("w1").Flat(), .. seed.Inputs.GetProperty("w2").Flat()];
        double[] x = seed.Inputs.GetProperty("x").Flat(), y = seed.Inputs.GetProperty("y").Flat();
        int rows = x.Length / 3;
        (double loss, double[] gradient) = network.Backward(x, y);
        (_, double[] inputGradients) = network.VectorJacobianProduct(x, network.Forward(x).Minus(y).Times(2));
        seed.Meets("loss", seed.Expected.GetProperty("loss"), loss * rows, 1e-12);
        seed.Meets("grad_w1", expected.GetProperty("grad_w1"), gradient[..15].Times(rows), 1e-12);
        seed.Meets("grad_w2", expected.GetProperty("grad_w2"), gradient[15..].Times(rows), 1e-12);
        seed.Meets("grad_x", expected.GetProperty("grad_x"), inputGradients, 1e-12);
    }
}
