using NetGen.Data;
using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

public class ScalingFilesTests
{
    [Fact]
    public void A_scaling_is_saved_with_the_model_and_read_from_the_file_that_the_network_is_loaded_from()
    {
        using TemporaryDirectory directory = new();
        FakeNetwork<float> network = new([2, 1]), again = new([2, 1]);
        network.Parameters[0] = 42;
        AffineScaling<float> inputs = new([1, 2], [3, 4]), targets = new([5], [0.5f]);
        new SafeTensorsBuilder().AddNetwork(network).AddScaling("inputs", inputs).AddScaling("targets", targets).Save(directory.File("model"));
        SafeTensorsFile file = again.Load(directory.File("model"));

        Assert.Equal(network.Parameters, again.Parameters);
        Assert.Equal(inputs.Shift, file.ReadScaling<float>("inputs").Shift);
        Assert.Equal(inputs.Scale, file.ReadScaling<float>("inputs").Scale);
        Assert.Equal([5.0], file.ReadScaling<double>("targets").Shift);
    }

    [Fact]
    public void A_scaling_that_is_missing_or_impossible_is_named()
    {
        SafeTensorsBuilder builder = new();
        builder.Add<float>("scaling.x.shift", [1]).Add<float>("scaling.x.scale", [0]);
        builder.Add<float>("scaling.y.shift", [1]).Add<float>("scaling.y.scale", [float.NaN]);
        builder.Add<float>("scaling.z.shift", [1, 2]).Add<float>("scaling.z.scale", [1]);
        MemoryStream stream = new();
        builder.Save(stream);
        stream.Position = 0;
        SafeTensorsFile file = SafeTensorsFile.Load(stream);

        Assert.Equal("scaling.x.scale", Assert.Throws<ModelFileException>(() => file.ReadScaling<float>("x")).TensorName);
        Assert.Equal("scaling.y.scale", Assert.Throws<ModelFileException>(() => file.ReadScaling<float>("y")).TensorName);
        Assert.Equal("scaling.z.scale", Assert.Throws<ModelFileException>(() => file.ReadScaling<float>("z")).TensorName);
        Assert.Equal("scaling.w.shift", Assert.Throws<ModelFileException>(() => file.ReadScaling<float>("w")).TensorName);
    }

    [Fact]
    public void Two_scalings_of_one_name_are_refused()
    {
        SafeTensorsBuilder builder = new SafeTensorsBuilder().AddScaling("x", new AffineScaling<double>([1], [1]));

        Assert.Throws<ArgumentException>(() => builder.AddScaling("x", new AffineScaling<double>([1], [1])));
        Assert.Throws<ArgumentException>("name", () => builder.AddScaling("", new AffineScaling<double>([1], [1])));
    }
}
