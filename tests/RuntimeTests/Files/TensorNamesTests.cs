using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

public class TensorNamesTests
{
    private static readonly FakeNetwork<float> Network = new([2, 3, 1]);

    [Fact]
    public void Every_convention_writes_its_names()
    {
        Assert.Equal("layers.0.weight layers.0.bias layers.1.weight layers.1.bias", Written(TensorNames.PyTorch()));
        Assert.Equal("fc1.weight fc1.bias out.weight out.bias", Written(TensorNames.PyTorch("fc1", "out")));
        Assert.Equal("0.weight 0.bias 2.weight 2.bias", Written(TensorNames.PyTorchSequential()));
        Assert.Equal("net.0.weight net.0.bias net.2.weight net.2.bias", Written(TensorNames.PyTorchSequential("net.")));
        Assert.Equal("dense/kernel:0 dense/bias:0 dense_1/kernel:0 dense_1/bias:0", Written(TensorNames.Keras()));
        Assert.Equal("hidden/kernel:0 hidden/bias:0 output/kernel:0 output/bias:0", Written(TensorNames.Keras("hidden", "output")));
        Assert.Equal("W1 b1 W2 b2", Written(TensorNames.Of((_, i) => ($"W{i + 1}", $"b{i + 1}"))));
    }

    [Fact]
    public void Every_convention_reads_the_names_it_wrote()
    {
        TensorNames[] all = [TensorNames.PyTorch(), TensorNames.PyTorch("a", "b"), TensorNames.PyTorchSequential(), TensorNames.PyTorchSequential("net."), TensorNames.Keras()];
        foreach (TensorNames names in all)
        {
            FakeNetwork<float> network = new([2, 3, 1]);
            network.Parameters.Clear();
            network.Load(new MemoryStream(RawFile.Of(Network, new() { Names = names })), new() { Names = names });
            Assert.Equal(Network.Parameters, network.Parameters);
        }
    }

    /// <summary>By name, 10 would come before 3; dropout and other modules without parameters leave gaps.</summary>
    [Fact]
    public void The_layers_of_a_Sequential_are_found_in_the_order_of_their_numbers()
    {
        ModelFileOptions written = new() { Names = TensorNames.PyTorch("10", "3", "100") };
        FakeNetwork<float> network = new([1, 1, 1, 1]);
        byte[] bytes = RawFile.Of(network, written);
        network.Load(new MemoryStream(bytes), new() { Names = TensorNames.PyTorchSequential() });
        Assert.Equal([3f, 4, 1, 2, 5, 6], network.Parameters.ToArray());
    }

    [Theory]
    [InlineData("0", "x", 1)]
    [InlineData("0", "02", 1)]
    [InlineData("0", "-2", 1)]
    [InlineData("0", "net.2", 1)]
    [InlineData("a", "b", 0)]
    public void Other_names_are_no_layers_of_a_Sequential(string first, string second, int found)
    {
        byte[] bytes = RawFile.Of(Network, new() { Names = TensorNames.PyTorch(first, second) });
        ModelFileException error = Assert.Throws<ModelFileException>(
            () => Network.Load(new MemoryStream(bytes), new() { Names = TensorNames.PyTorchSequential() }));
        Assert.Equal($"stream: {found} tensors are named like 0.weight, but the network has 2 layers.", error.Message);
    }

    [Fact]
    public void Names_that_do_not_fit_the_network_are_an_error()
    {
        SafeTensorsFile file = RawFile.Load(RawFile.Of(Network));
        foreach (TensorNames names in new[] { TensorNames.PyTorch("a"), TensorNames.Keras("a", "b", "c"), TensorNames.Of((_, _) => default), TensorNames.Of((_, _) => ("a", null!)) })
        {
            Assert.Throws<ArgumentException>("options", () => file.ReadNetwork(Network, new() { Names = names }));
            Assert.Throws<ArgumentException>("options", () => RawFile.Of(Network, new() { Names = names }));
        }

        Assert.Throws<ArgumentException>("layers", () => TensorNames.PyTorch("a", null!));
        Assert.Throws<ArgumentNullException>("Names", () => new ModelFileOptions { Names = null! });
        Assert.Throws<ArgumentOutOfRangeException>("Layout", () => new ModelFileOptions { Layout = (ModelLayout)3 });
    }

    private static string Written(TensorNames names) =>
        string.Join(" ", RawFile.Load(RawFile.Of(Network, new() { Names = names })).Tensors.Select(x => x.Name));
}
