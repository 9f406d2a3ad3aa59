using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>
/// <c>backward(gradient)</c> of the documents. The terms of y = 3a + 2b² + ln c are one-neuron networks: a weight of 3,
/// and activations of the test's own for the square and the logarithm.
/// </summary>
[Trait("Category", "Numeric")]
public class VectorJacobianProductCases
{
    private static readonly OwnActivation DoubledSquare = OwnActivations.Scalar(
        "DoubledSquare", "TSimd.Multiply(TSimd.Create(2.0), TSimd.Multiply(z, z))", "TSimd.Multiply(TSimd.Create(4.0), z)", z => 2 * z * z, z => 4 * z);

    private static readonly OwnActivation Logarithm = OwnActivations.Scalar(
        "Logarithm", "TSimd.Log(z)", "TSimd.Divide(TSimd.Create(1.0), z)", Math.Log, z => 1 / z);

    private static readonly NetworkSpec Doubled = Term(Activation.Identity) with { Layers = [4, 4] };
    private static readonly NetworkSpec Linear = Term(Activation.Identity);
    private static readonly NetworkSpec Squared = Term(DoubledSquare);
    private static readonly NetworkSpec Logged = Term(Logarithm);
    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Doubled, Linear, Squared, Logged);

    [Fact]
    public void S000_07_backward_2x()
    {
        SeedCase seed = SeedCase.Of("s000_07_backward_2x");
        INetworkUnderTest network = Networks.Create(Doubled);
        network.Parameters = Vectors.Identity(4).Times(2);
        foreach ((double[] v, double[] expected) in seed.Inputs.GetProperty("v").Rows().Zip(seed.Expected.GetProperty("grads").Rows()))
        {
            seed.Meets("gradient", expected, network.VectorJacobianProduct(seed.Inputs.GetProperty("x").Flat(), v).Inputs, 0);
        }

        seed.Meets("gradient of the sum", seed.Expected.GetProperty("grad_sum"), network.VectorJacobianProduct(seed.Inputs.GetProperty("x").Flat(), [1, 1, 1, 1]).Inputs, 0);
    }

    [Fact]
    public void S000_08_vjp_example1() => CheckInputGradients(SeedCase.Of("s000_08_vjp_example1"));

    [Fact]
    public void S000_09_vjp_negative_weight() => CheckInputGradients(SeedCase.Of("s000_09_vjp_negative_weight"));

    [Fact]
    public void S000_10_vjp_example2()
    {
        SeedCase seed = SeedCase.Of("s000_10_vjp_example2");
        double[] gradients =
        [
            Product(Linear, 3, seed.Inputs.GetProperty("a").Flat(), [1])[0],
            Product(Squared, 1, seed.Inputs.GetProperty("b").Flat(), [1])[0],
            Product(Logged, 1, seed.Inputs.GetProperty("c").Flat(), [1])[0],
        ];
        seed.Meets("gradients", [.. seed.Expected.EnumerateObject().Select(x => x.Value.Number())], gradients, 1e-12);
    }

    /// <summary>The document prints twice the gradient, since it never zeroes it: here the variables are the weights, whose gradient is added to.</summary>
    [Fact]
    public void S000_12_vjp_example4()
    {
        SeedCase seed = SeedCase.Of("s000_12_vjp_example4");
        Accumulation[] variables = [new(3), new(1), new(1)];
        foreach ((NetworkSpec spec, Accumulation variable) in new[] { Linear, Squared, Logged }.Zip(variables))
        {
            INetworkUnderTest network = Networks.Create(spec);
            network.Parameters = [1];
            network.Accept(variable);
        }

        seed.Meets("one backward", Values("one_backward"), [.. variables.Select(x => x.Once)], 1e-12);
        seed.Meets("two backwards", Values("two_accumulated_backwards"), [.. variables.Select(x => x.Twice)], 1e-12);

        double[] Values(string name) => [.. seed.Expected.GetProperty(name).EnumerateObject().Select(x => x.Value.Number())];
    }

    private static void CheckInputGradients(SeedCase seed)
    {
        double[] v = seed.Inputs.GetProperty("v").Flat();
        seed.Meets("a", seed.Expected.GetProperty("a"), Product(Linear, 3, seed.Inputs.GetProperty("a").Flat(), v), 1e-12);
        seed.Meets("b", seed.Expected.GetProperty("b"), Product(Squared, 1, seed.Inputs.GetProperty("b").Flat(), v), 1e-12);
        seed.Meets("c", seed.Expected.GetProperty("c"), Product(Logged, 1, seed.Inputs.GetProperty("c").Flat(), v), 1e-12);
    }

    private static double[] Product(NetworkSpec spec, double weight, double[] rows, double[] v)
    {
        INetworkUnderTest network = Networks.Create(spec);
        network.Parameters = [weight];
        return network.VectorJacobianProduct(rows, v).Inputs;
    }

    private static NetworkSpec Term(ActivationSpec activation) =>
        new([1, 1], [activation], Loss.MeanSquaredError) { Precision = Precision.Double, Bias = false };

    /// <summary>The gradient of the one weight after one and after two products into the same span.</summary>
    private sealed class Accumulation(double input) : INetworkVisitor
    {
        public double Once { get; private set; }

        public double Twice { get; private set; }

        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            T[] gradient = new T[1];
            network.VectorJacobianProduct([T.CreateChecked(input)], [T.One], gradient, []);
            Once = double.CreateChecked(gradient[0]);
            network.VectorJacobianProduct([T.CreateChecked(input)], [T.One], gradient, []);
            Twice = double.CreateChecked(gradient[0]);
        }
    }
}
