using FsCheck;
using FsCheck.Fluent;
using NetGen.Data;

namespace NetGen.DataTests.Idx;

public class IdxFileTests
{
    [Theory]
    [InlineData(IdxType.UnsignedByte, "01FF", new double[] { 1, 255 })]
    [InlineData(IdxType.SignedByte, "01FF", new double[] { 1, -1 })]
    [InlineData(IdxType.Short, "0102FFFE", new double[] { 258, -2 })]
    [InlineData(IdxType.Int, "0001000080000000", new double[] { 65536, int.MinValue })]
    [InlineData(IdxType.Float, "3FC00000C0000000", new double[] { 1.5, -2 })]
    [InlineData(IdxType.Double, "3FB999999999999A7FF0000000000000", new double[] { 0.1, double.PositiveInfinity })]
    public void Every_type_is_read_big_endian_packed_or_not(IdxType type, string numbers, double[] expected)
    {
        byte[] bytes = IdxBytes.Of((byte)type, [2], Convert.FromHexString(numbers));
        foreach (byte[] content in (byte[][])[bytes, IdxBytes.Packed(bytes)])
        {
            using TemporaryFile file = new(content);
            IdxArray<double> array = IdxFile.Read<double>(file.Path);
            Assert.Equal(type, array.Type);
            Assert.Equal(expected, array.Values);
            Assert.Equal([2], array.Dimensions);
        }
    }

    [Fact]
    public void Any_number_of_dimensions_is_read()
    {
        using TemporaryFile file = new(IdxBytes.Of(8, [2, 1, 3, 1], 1, 2, 3, 4, 5, 6));
        IdxArray<byte> array = IdxFile.Read<byte>(file.Path);
        Assert.Equal([2, 1, 3, 1], array.Dimensions);
        Assert.Equal([1, 2, 3, 4, 5, 6], array.Values);
        using TemporaryFile empty = new(IdxBytes.Of(8, [0, int.MaxValue, int.MaxValue]));
        Assert.Empty(IdxFile.Read<byte>(empty.Path).Values);
    }

    [Fact]
    public void A_packed_file_of_many_chunks_is_read_whole()
    {
        byte[] numbers = new byte[300_001];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = (byte)(i * i % 251);
        using TemporaryFile file = new(IdxBytes.Packed(IdxBytes.Of(8, [numbers.Length], numbers)));
        Assert.Equal(numbers, IdxFile.Read<byte>(file.Path).Values);
    }

    [Fact]
    public void Bytes_written_are_the_bytes_read()
    {
        Gen<(byte[] Numbers, bool Packed)> files =
            from numbers in Gen.Choose(0, 255).Select(x => (byte)x).ArrayOf()
            from packed in Gen.Elements(true, false)
            select (numbers, packed);
        foreach ((byte[] numbers, bool packed) in files.Sample(50, new Rnd(3), size: 100))
        {
            byte[] bytes = IdxBytes.Of(8, [numbers.Length], numbers);
            using TemporaryFile file = new(packed ? IdxBytes.Packed(bytes) : bytes);
            Assert.Equal(numbers, IdxFile.Read<byte>(file.Path).Values);
        }
    }

    [Fact]
    public void Images_and_labels_become_a_dataset()
    {
        using TemporaryFile images = new(IdxBytes.Of(8, [2, 1, 2], 0, 255, 51, 102)), labels = new(IdxBytes.Of(8, [2], 3, 0));
        Dataset<float> scaled = IdxFile.ReadLabelled<float>(images.Path, labels.Path);
        Assert.Equal([0, 1, 0.2f, 0.4f], scaled.Features);
        Assert.Equal([3, 0], scaled.Labels);
        Assert.Equal((2, 4), (scaled.FeatureCount, scaled.ClassCount));
        Dataset<float> plain = IdxFile.ReadLabelled<float>(images.Path, labels.Path, classCount: 10, scale: false);
        Assert.Equal([0, 255, 51, 102], plain.Features);
        Assert.Equal(10, plain.ClassCount);
    }
}
