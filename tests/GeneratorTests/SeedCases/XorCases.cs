using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>The network 3-4-1 without biases that learns exclusive or by descent of ½ Σ (y − a)².</summary>
[Trait("Category", "Numeric")]
public class XorCases
{
    private const int FirstWeights = 12;

    private static readonly NetworkSpec Xor = new([3, 4, 1], [Activation.Sigmoid, Activation.Sigmoid], Loss.MeanSquaredError)
    {
        Precision = Precision.Double,
        Bias = false,
    };

    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Xor, Xor with { Precision = Precision.Single });

    [Fact]
    public void S001_12_iamtrask_3_4_1()
    {
        SeedCase seed = SeedCase.Of("s001_12_iamtrask_3_4_1");
        INetworkUnderTest network = Create(seed, 0);
        int done = 0;
        foreach (JsonProperty checkpoint in seed.Expected.EnumerateObject())
        {
            int iterations = int.Parse(checkpoint.Name, System.Globalization.CultureInfo.InvariantCulture);
            Train(network, seed, iterations - 1 - done);
            double[] outputs = network.Forward(seed.Inputs.GetProperty("X").Flat());
            seed.Meets($"l2 before {iterations}", checkpoint.Value.GetProperty("l2_before_update"), outputs, 1e-6);
            double error = outputs.Minus(seed.Inputs.GetProperty("y").Flat()).Average(Math.Abs);
            seed.Meets($"error before {iterations}", checkpoint.Value.GetProperty("mean_abs_error_before_update"), error, 1e-6);
            Train(network, seed, 1);
            seed.Meets($"syn0 after {iterations}", checkpoint.Value.GetProperty("syn0"), network.Parameters[..FirstWeights], 1e-6);
            seed.Meets($"syn1 after {iterations}", checkpoint.Value.GetProperty("syn1"), network.Parameters[FirstWeights..], 1e-6);
            done = iterations;
        }
    }

    [Fact]
    public void S001_12_iamtrask_3_4_1_in_single_precision()
    {
        SeedCase seed = SeedCase.Of("s001_12_iamtrask_3_4_1");
        INetworkUnderTest network = Create(seed, 1);
        Train(network, seed, 59_999);
        seed.Meets("l2", seed.Expected.At("60000", "l2_before_update"), network.Forward(seed.Inputs.GetProperty("X").Flat()), 1e-3);
    }

    /// <summary>A derivative of 1·(1 − a) instead of a(1 − a) leads elsewhere from the first iteration on.</summary>
    [Fact]
    public void S001_13_iamtrask_derivative_bug()
    {
        SeedCase seed = SeedCase.Of("s001_13_iamtrask_derivative_bug");
        INetworkUnderTest network = Create(seed, 0);
        Train(network, seed, 1);
        seed.IsNot("syn0", seed.Expected.At("1", "syn0"), network.Parameters[..FirstWeights], 1e-8);
        seed.IsNot("syn1", seed.Expected.At("1", "syn1"), network.Parameters[FirstWeights..], 1e-8);
    }

    private static INetworkUnderTest Create(SeedCase seed, int index)
    {
        INetworkUnderTest network = Networks.Create(index);
        network.Parameters = [.. seed.Inputs.GetProperty("syn0").Flat(), .. seed.Inputs.GetProperty("syn1").Flat()];
        return network;
    }

    private static void Train(INetworkUnderTest network, SeedCase seed, int iterations)
    {
        double[] x = seed.Inputs.GetProperty("X").Flat(), y = seed.Inputs.GetProperty("y").Flat();
        for (int i = 0; i < iterations; i++)
        {
            network.SgdStep(x, y, y.Length / 2.0);
        }
    }
}
