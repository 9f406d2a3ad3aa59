using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

/// <summary>Whole files that hold something else than the network takes: the parameters must stay as they are.</summary>
public class UnfitFileTests
{
    [Fact]
    public void A_missing_tensor_is_named() =>
        Refused("tensor 'layers.1.bias': it is not in the file", new SafeTensorsBuilder().Add("layers.0.weight", new float[6], [3, 2])
            .Add("layers.0.bias", new float[3]).Add("layers.1.weight", new float[3], [1, 3]));

    [Fact]
    public void A_tensor_too_many_is_named() =>
        Refused("tensor 'scale': the network does not take it; IgnoreExtraTensors allows it", Saved([2, 3, 1]).Add("scale", new float[2]));

    [Fact]
    public void A_layer_too_many_is_named() =>
        Refused("tensor 'layers.1.weight': its shape is [4, 3], but [1, 3] is expected", Saved([2, 3, 4, 1]));

    [Fact]
    public void Biases_that_the_network_has_not_are_named()
    {
        ModelFileException error = Assert.Throws<ModelFileException>(() => RawFile.Load(RawFile.Of(Saved([2, 3]))).ReadNetwork(new FakeNetwork<float>([2, 3], bias: false)));
        Assert.Equal("layers.0.bias", error.TensorName);
    }

    [Fact]
    public void Another_shape_is_named() =>
        Refused("tensor 'layers.0.weight': its shape is [3, 3], but [3, 2] is expected", Saved([3, 3, 1]));

    [Fact]
    public void The_transposed_shape_is_named() =>
        Refused("tensor 'layers.0.weight': its shape is [2, 3], but [3, 2] is expected", new SafeTensorsBuilder()
            .AddNetwork(new FakeNetwork<float>([2, 3, 1]), new() { Layout = ModelLayout.Keras }));

    [Fact]
    public void Another_element_type_is_named() =>
        Refused("tensor 'layers.1.bias': its type is I32, which is not read as F32", new SafeTensorsBuilder().Add("layers.0.weight", new float[6], [3, 2])
            .Add("layers.0.bias", new float[3]).Add("layers.1.weight", new float[3], [1, 3]).Add("layers.1.bias", new int[1]));

    [Fact]
    public void A_double_beyond_the_floats_is_named()
    {
        FakeNetwork<double> large = new([2, 3, 1]);
        large.Parameters[^1] = 1e39;
        Refused("tensor 'layers.1.bias': its value 1E+39 at index 0 is not finite as Single", new SafeTensorsBuilder().AddNetwork(large));
    }

    [Fact]
    public void A_value_that_is_not_finite_is_named_where_that_is_asked_for()
    {
        FakeNetwork<float> diverged = new([2, 3, 1]);
        diverged.Parameters[^1] = float.NaN;
        Refused("tensor 'layers.1.bias': its value NaN at index 0 is not finite as Single", new SafeTensorsBuilder().AddNetwork(diverged), new() { RequireFinite = true });
        RawFile.Load(RawFile.Of(Saved([2, 3, 1]))).ReadNetwork(new FakeNetwork<float>([2, 3, 1]), new() { RequireFinite = true });
    }

    private static SafeTensorsBuilder Saved(int[] sizes) => new SafeTensorsBuilder().AddNetwork(new FakeNetwork<float>(sizes));

    private static void Refused(string reason, SafeTensorsBuilder file, ModelFileOptions? options = null)
    {
        FakeNetwork<float> network = new([2, 3, 1]);
        network.Parameters.Fill(42);
        ModelFileException error = Assert.Throws<ModelFileException>(() => network.Load(new MemoryStream(RawFile.Of(file)), options));
        Assert.Equal($"stream: {reason}.", error.Message);
        Assert.All(network.Parameters.ToArray(), x => Assert.Equal(42f, x));
    }
}
