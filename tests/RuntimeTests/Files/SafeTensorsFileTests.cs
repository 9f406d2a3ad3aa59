using System.Numerics;
using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

public class SafeTensorsFileTests
{
    [Fact]
    public void Every_number_type_survives_a_round_trip()
    {
        RoundTrip(double.Epsilon, -0.0, double.NaN, double.NegativeInfinity, double.MaxValue);
        RoundTrip(float.Epsilon, -0f, float.NaN, float.PositiveInfinity, float.MinValue);
        RoundTrip(Half.Epsilon, Half.NaN, Half.MaxValue);
        RoundTrip<long>(long.MinValue, 0, long.MaxValue);
        RoundTrip(int.MinValue, 0, int.MaxValue);
        RoundTrip<short>(short.MinValue, short.MaxValue);
        RoundTrip<sbyte>(sbyte.MinValue, sbyte.MaxValue);
        RoundTrip<ulong>(0, ulong.MaxValue);
        RoundTrip<uint>(0, uint.MaxValue);
        RoundTrip<ushort>(0, ushort.MaxValue);
        RoundTrip<byte>(0, byte.MaxValue);
    }

    [Theory]
    [InlineData("F64", "000000000000F03F000000000000E0BF", new[] { 1, -0.5 })]
    [InlineData("F32", "0000803F000000BFFFFF7F7F", new[] { 1, -0.5, float.MaxValue })]
    [InlineData("F16", "003C00B801000080FF7B007C", new[] { 1, -0.5, 5.9604644775390625e-8, -0.0, 65504, double.PositiveInfinity })]
    [InlineData("BF16", "803F00BF7F7F80FF", new[] { 1, -0.5, 3.3895313892515355e38, double.NegativeInfinity })]
    public void Floats_and_doubles_are_read_from_every_floating_point_type(string type, string hex, double[] expected)
    {
        byte[] data = Convert.FromHexString(hex);
        string header = $$$"""{"x":{"dtype":"{{{type}}}","shape":[{{{expected.Length}}}],"data_offsets":[0,{{{data.Length}}}]}}""";
        SafeTensorsFile file = RawFile.Load(RawFile.Of(System.Text.Encoding.UTF8.GetBytes(header), data));
        Assert.Equal(expected, file.Read<double>("x"));
        Assert.Equal(expected.Select(x => (float)x), file.Read<float>("x"));
    }

    [Fact]
    public void Doubles_are_rounded_to_floats_but_never_to_an_infinity()
    {
        SafeTensorsFile file = RawFile.Load(RawFile.Of(new SafeTensorsBuilder()
            .Add("x", [0.1, 1e-300, double.NegativeInfinity, 3.4028235e38]).Add("y", [0.1, -1e39])));
        Assert.Equal([0.1f, 0f, float.NegativeInfinity, float.MaxValue], file.Read<float>("x"));
        float[] values = [7, 8];
        ModelFileException error = Assert.Throws<ModelFileException>(() => file.Read<float>("y", values));
        Assert.Equal("stream: tensor 'y': its value -1E+39 at index 1 is not finite as Single.", error.Message);
        Assert.Equal([7f, 8f], values);
    }

    [Fact]
    public void Another_type_or_length_or_name_is_an_error_that_names_the_tensor()
    {
        SafeTensorsFile file = RawFile.Load(RawFile.Of(new SafeTensorsBuilder().Add("steps", [1L, 2L]).Add("half", [(Half)1])));
        Assert.Equal("stream: tensor 'steps': its type is I64, which is not read as F32.", Error(() => file.Read<float>("steps")));
        Assert.Equal("stream: tensor 'steps': its type is I64, which is not read as I32.", Error(() => file.Read<int>("steps")));
        Assert.Equal("stream: tensor 'half': its type is F16, which is not read as I16.", Error(() => file.Read<short>("half")));
        Assert.Equal("stream: tensor 'steps': it has 2 elements, but 3 are expected.", Error(() => file.Read<long>("steps", new long[3])));
        Assert.Equal("stream: tensor 'step': it is not in the file.", Error(() => file.GetBytes("step")));
        Assert.Throws<ArgumentException>("T", () => file.Read<decimal>("half"));
    }

    [Fact]
    public void Tensors_need_no_alignment_and_may_be_empty()
    {
        string header = """{"b":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]},"e":{"dtype":"F64","shape":[0,2147483647,2147483647],"data_offsets":[3,3]},"x":{"dtype":"F32","shape":[1],"data_offsets":[3,7]}}""";
        SafeTensorsFile file = RawFile.Load(RawFile.Of(System.Text.Encoding.UTF8.GetBytes(header), [0, 1, 1, 0, 0, 0x80, 0x3F]));
        Assert.Equal([1f], file.Read<float>("x"));
        Assert.Empty(file.Read<double>("e"));
        Assert.Equal([0, 1, 1], file.GetBytes("b").ToArray());
    }

    [Fact]
    public void Names_and_metadata_are_any_text()
    {
        string[] texts = ["dense/kernel:0", "θ", "\"\\\n\t\0", "𝔸<>&+'", " "];
        SafeTensorsBuilder builder = new();
        foreach (string text in texts)
            builder.Add(text, [1f]).AddMetadata(text, text);
        SafeTensorsFile file = RawFile.Load(RawFile.Of(builder));
        Assert.Equal(texts, file.Tensors.Select(x => x.Name));
        Assert.All(texts, text => Assert.Equal(text, file.Metadata[text]));
    }

    [Fact]
    public void A_stream_is_read_from_its_position_and_need_not_seek()
    {
        float[] values = [.. Enumerable.Range(0, 100_000)];
        byte[] bytes = RawFile.Of(new SafeTensorsBuilder().Add("x", values));
        Assert.Equal(values, SafeTensorsFile.Load(new MemoryStream([1, 2, 3, .. bytes]) { Position = 3 }).Read<float>("x"));
        Assert.Equal(values, SafeTensorsFile.Load(new ForwardStream(bytes)).Read<float>("x"));
        Assert.Contains("but 399999 are left", Error(() => SafeTensorsFile.Load(new ForwardStream(bytes[..^1]))));
        Assert.Contains("more bytes follow", Error(() => SafeTensorsFile.Load(new ForwardStream([.. bytes, 0]))));
    }

    [Fact]
    public void The_builder_refuses_what_makes_no_valid_file()
    {
        SafeTensorsBuilder builder = new SafeTensorsBuilder().Add("x", [1f]).AddMetadata("k", "v");
        byte[] before = RawFile.Of(builder);
        Assert.Throws<ArgumentException>("name", () => builder.Add("x", [2f]));
        Assert.Throws<ArgumentException>("name", () => builder.Add("", [2f]));
        Assert.Throws<ArgumentException>("name", () => builder.Add("__metadata__", [2f]));
        Assert.Throws<ArgumentException>("name", () => builder.Add("\ud835", [2f]));
        Assert.Throws<ArgumentException>("key", () => builder.AddMetadata("k", "w"));
        Assert.Throws<ArgumentException>("text", () => builder.AddMetadata("l", "\udc00"));
        Assert.Throws<ArgumentException>("T", () => builder.Add("y", [1m]));
        Assert.Throws<ArgumentException>("shape", () => builder.Add("y", [1f, 2f], [3]));
        Assert.Throws<ArgumentException>("shape", () => builder.Add("y", [1f, 2f], [int.MaxValue, int.MaxValue, int.MaxValue, 0x10001]));
        Assert.Throws<ArgumentOutOfRangeException>("shape", () => builder.Add("y", [1f, 2f], [-1, -2]));
        Assert.Throws<ArgumentException>("name", () => builder.AddNetwork(new FakeNetwork<float>([1, 1]), new() { Names = TensorNames.Of((_, _) => ("new", "x")) }));
        Assert.Throws<ArgumentException>("options", () => builder.AddNetwork(new FakeNetwork<float>([1, 1]), new() { Names = TensorNames.Of((_, _) => ("new", "new")) }));
        Assert.Equal(before, RawFile.Of(builder));
    }

    private static void RoundTrip<T>(params T[] values)
        where T : unmanaged, INumberBase<T> =>
        Assert.Equal(values, RawFile.Load(RawFile.Of(new SafeTensorsBuilder().Add<T>("x", values))).Read<T>("x"));

    private static string Error(Func<object?> read) => Assert.Throws<ModelFileException>(read).Message;

    private static string Error(Action read) => Assert.Throws<ModelFileException>(read).Message;
}
