using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Numeric;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Scale;

/// <summary>Wide and deep networks compile, and their text grows with the layers only.</summary>
public class LargeNetworkTests
{
    private const int Depth = 60;

    [Fact]
    public void A_network_of_layers_with_4096_outputs_trains() => Trains(Hidden([4096, 4096, 4096, 10]), rows: 3, learningRate: 1e-4);

    [Fact]
    public void A_network_of_60_layers_trains() => Trains(Hidden([.. Enumerable.Repeat(8, Depth + 1)]), rows: 32, learningRate: 0.05);

    /// <summary>Its steps are cut into several methods.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    public void A_network_of_150_layers_agrees_with_the_reference(int rows)
    {
        NetworkSpec spec = Hidden([.. Enumerable.Repeat(3, 151)]) with { Loss = Loss.SoftmaxCrossEntropy, Precision = Precision.Double };
        new Agreement(GeneratedNetworks.Compile(spec).Create(0, seed: 3), NetworkData.Draw(spec, rows, seed: 5)).Check();
    }

    [Fact]
    public void Text_does_not_grow_with_the_sizes() =>
        Assert.InRange(Length([4096, 4096, 10]), 1, (int)(1.25 * Length([64, 64, 10])));

    [Fact]
    public void Text_grows_in_proportion_to_the_layers()
    {
        int ten = Length([.. Enumerable.Repeat(64, 11)]), twenty = Length([.. Enumerable.Repeat(64, 21)]);
        Assert.InRange((double)twenty / ten, 1.5, 2.1);
    }

    private static void Trains(NetworkSpec spec, int rows, double learningRate)
    {
        INetworkUnderTest network = GeneratedNetworks.Compile(spec).Create(0, seed: 3);
        NetworkData data = NetworkData.Draw(spec, rows, seed: 4);
        double before = network.Evaluate(data.Inputs, data.Targets);
        double reported = network.SgdStep(data.Inputs, data.Targets, learningRate);
        Assert.Equal(before, reported, tolerance: 1e-5 * before);
        Assert.InRange(network.Evaluate(data.Inputs, data.Targets), 0, before * (1 - 1e-6));
    }

    private static int Length(int[] sizes) =>
        GeneratorRun.Of(TestCompilation.Create(NetworkSource.File(Hidden(sizes), "Network"))).TextOf("Network").Length;

    private static NetworkSpec Hidden(int[] sizes) => new(
        sizes,
        [.. Enumerable.Repeat((ActivationSpec)Activation.Tanh, sizes.Length - 2), Activation.Identity],
        Loss.MeanSquaredError);
}
