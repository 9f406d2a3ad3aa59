using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

public class NetworkFilesTests
{
    [Fact]
    public void Save_and_load_give_the_same_bits_through_a_path_or_a_stream()
    {
        using TemporaryDirectory directory = new();
        FakeNetwork<float> single = new([19, 33, 2]), singleAgain = Zeroed(new FakeNetwork<float>([19, 33, 2]));
        single.Parameters[0] = float.NaN;
        single.Parameters[1] = float.Epsilon;
        single.Save(directory.File("single"));
        singleAgain.Load(directory.File("single"));
        Assert.Equal(single.Parameters, singleAgain.Parameters);
        FakeNetwork<double> twice = new([19, 33, 2]), twiceAgain = Zeroed(new FakeNetwork<double>([19, 33, 2]));
        twice.Parameters[5] = 0.1;
        MemoryStream stream = new();
        twice.Save(stream);
        stream.Position = 0;
        twiceAgain.Load(stream);
        Assert.Equal(twice.Parameters, twiceAgain.Parameters);
    }

    [Fact]
    public void A_saved_network_has_the_names_shapes_and_orientation_of_PyTorch()
    {
        SafeTensorsFile file = RawFile.Load(RawFile.Of(new FakeNetwork<float>([2, 3, 1])));
        Assert.Equal(
            ["layers.0.weight F32 [3, 2]", "layers.0.bias F32 [3]", "layers.1.weight F32 [1, 3]", "layers.1.bias F32 [1]"],
            file.Tensors.Select(x => x.ToString()));
        Assert.Equal([1f, 4, 2, 5, 3, 6], file.Read<float>("layers.0.weight"));
        Assert.Equal([7f, 8, 9], file.Read<float>("layers.0.bias"));
        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal("ReLU, Identity", file.Metadata["activations"]);
        Assert.Matches(@"^\d+\.\d+\.\d+$", file.Metadata["netgen_version"]);
    }

    [Theory]
    [InlineData(ModelLayout.PyTorch, true, "a0 F32 [3, 2], b0 F32 [3], a1 F32 [1, 3], b1 F32 [1]", new float[] { 1, 4, 2, 5, 3, 6 })]
    [InlineData(ModelLayout.PyTorch, false, "a0 F32 [3, 2], a1 F32 [1, 3]", new float[] { 1, 4, 2, 5, 3, 6 })]
    [InlineData(ModelLayout.Keras, true, "a0 F32 [2, 3], b0 F32 [3], a1 F32 [3, 1], b1 F32 [1]", new float[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(ModelLayout.Keras, false, "a0 F32 [2, 3], a1 F32 [3, 1]", new float[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(ModelLayout.BiasFirstColumn, true, "a0 F32 [3, 3], a1 F32 [1, 4]", new float[] { 7, 1, 4, 8, 2, 5, 9, 3, 6 })]
    [InlineData(ModelLayout.BiasFirstColumn, false, "a0 F32 [3, 2], a1 F32 [1, 3]", new float[] { 1, 4, 2, 5, 3, 6 })]
    public void Every_layout_is_written_and_read(ModelLayout layout, bool bias, string tensors, float[] first)
    {
        ModelFileOptions options = new() { Layout = layout, Names = TensorNames.Of((_, i) => ($"a{i}", $"b{i}")) };
        FakeNetwork<float> network = new([2, 3, 1], bias), again = Zeroed(new FakeNetwork<float>([2, 3, 1], bias));
        SafeTensorsFile file = RawFile.Load(RawFile.Of(network, options));
        Assert.Equal(tensors, string.Join(", ", file.Tensors.Select(x => x.ToString())));
        Assert.Equal(first, file.Read<float>("a0"));
        file.ReadNetwork(again, options);
        Assert.Equal(network.Parameters, again.Parameters);
    }

    [Fact]
    public void A_network_of_one_precision_reads_a_file_of_the_other()
    {
        FakeNetwork<float> single = new([3, 4, 2]);
        FakeNetwork<double> twice = Zeroed(new FakeNetwork<double>([3, 4, 2]));
        twice.Load(new MemoryStream(RawFile.Of(single)));
        Assert.Equal([.. single.Parameters.ToArray().Select(x => (double)x)], twice.Parameters.ToArray());
        MemoryStream stream = new();
        twice.Parameters.Fill(0.1);
        twice.Save(stream);
        stream.Position = 0;
        single.Load(stream);
        Assert.All(single.Parameters.ToArray(), x => Assert.Equal(0.1f, x));
    }

    [Fact]
    public void The_state_of_a_PyTorch_Sequential_is_read()
    {
        FakeNetwork<float> network = new([64, 32, 16, 10]);
        network.Load(TestData.Path("mlp_relu_gemm_state_f32.safetensors"), new() { Names = TensorNames.PyTorchSequential() });
        ReadOnlySpan<LayerInfo> layers = network.GetLayers();
        Assert.Equal(-0.54540044f, network.Parameters[layers[0].WeightsOffset + (1 * 32) + 0]);
        Assert.Equal(-0.4425235f, network.Parameters[layers[0].WeightsOffset + (63 * 32) + 31]);
        Assert.Equal(-0.54975796f, network.Parameters[layers[1].WeightsOffset + (5 * 16) + 3]);
        Assert.Equal(0.103786975f, network.Parameters[layers[2].BiasesOffset + 9]);
    }

    [Fact]
    public void Further_tensors_and_texts_travel_with_a_network()
    {
        FakeNetwork<float> network = new([3, 2]);
        MemoryStream stream = new();
        new SafeTensorsBuilder().AddNetwork(network).Add("input_scaling.shift", [1f, 2f, 3f]).Add("epoch", [7L], []).AddMetadata("author", "x").Save(stream);
        stream.Position = 0;
        Zeroed(network);
        SafeTensorsFile file = network.Load(stream, new() { IgnoreExtraTensors = true });
        Assert.Equal([1f, 2, 3, 4, 5, 6, 7, 8], network.Parameters.ToArray());
        Assert.Equal([1f, 2, 3], file.Read<float>("input_scaling.shift"));
        Assert.Equal([7L], file.Read<long>("epoch"));
        Assert.Equal("x", file.Metadata["author"]);
    }

    [Fact]
    public void Two_networks_share_a_file()
    {
        ModelFileOptions first = Named("first"), second = Named("second");
        FakeNetwork<float> small = new([1, 1]), large = new([2, 2]);
        byte[] bytes = RawFile.Of(new SafeTensorsBuilder().AddNetwork(small, first).AddNetwork(large, second));
        SafeTensorsFile file = RawFile.Load(bytes);
        Assert.Equal("Identity; Identity", file.Metadata["activations"]);
        file.ReadNetwork(Zeroed(large), second);
        Assert.Equal([1f, 2, 3, 4, 5, 6], large.Parameters.ToArray());
    }

    [Fact]
    public void A_failure_after_any_byte_of_a_model_leaves_the_old_model()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("model");
        FakeNetwork<float> old = new([2, 1]), changed = new([2, 1]), found = new([2, 1]);
        changed.Parameters[0] = 9;
        old.Save(path);
        SafeTensorsBuilder builder = new SafeTensorsBuilder().AddNetwork(changed);
        int length = RawFile.Of(builder).Length;
        for (int bytes = 0; bytes < length; bytes++)
        {
            Assert.Throws<IOException>(() => AtomicFile.Write(path, stream => builder.Save(new FailingStream(stream, bytes))));
            found.Load(path);
            Assert.Equal(old.Parameters, found.Parameters);
        }

        Assert.Equal(["model"], directory.FileNames);
        AtomicFile.Write(path, stream => builder.Save(new FailingStream(stream, length)));
        found.Load(path);
        Assert.Equal(changed.Parameters, found.Parameters);
    }

    private static ModelFileOptions Named(string network) => new()
    {
        Names = TensorNames.Of((layer, _) => ($"{network}.{layer.Name}.weight", $"{network}.{layer.Name}.bias")),
        IgnoreExtraTensors = true,
    };

    private static FakeNetwork<T> Zeroed<T>(FakeNetwork<T> network)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        network.Parameters.Clear();
        return network;
    }
}
