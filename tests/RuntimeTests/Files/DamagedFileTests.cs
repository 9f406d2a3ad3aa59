using System.Buffers.Binary;
using System.Text;
using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

/// <summary>Files that are cut off, too long, or made to mislead a reader.</summary>
public class DamagedFileTests
{
    private static readonly byte[] Whole = RawFile.Of(new FakeNetwork<float>([3, 4, 2]));

    [Fact]
    public void A_file_cut_off_at_any_byte_is_refused()
    {
        for (int length = 0; length < Whole.Length; length++)
            Assert.Throws<ModelFileException>(() => RawFile.Load(Whole[..length]));
        Assert.Equal("stream: the length of the header should take 8 bytes, but 5 are left.", RawFile.ErrorOf(Whole[..5]));
        Assert.Equal("stream: the tensors should take 104 bytes, but 103 are left.", RawFile.ErrorOf(Whole[..^1]));
    }

    [Fact]
    public void A_byte_too_many_is_refused() =>
        Assert.Equal("stream: more bytes follow the 104 bytes of the tensors.", RawFile.ErrorOf([.. Whole, 0]));

    [Theory]
    [InlineData(0x4000_0000UL, "the header is said to have 1073741824 bytes, but at most 100000000 are allowed")]
    [InlineData(ulong.MaxValue, "the header is said to have 18446744073709551615 bytes, but at most 100000000 are allowed")]
    [InlineData(100_000_000UL, "the header should take 100000000 bytes, but")]
    [InlineData(0UL, "the header does not begin with {")]
    [InlineData(1UL, "the header is not valid JSON")]
    public void A_wrong_length_of_the_header_is_refused(ulong length, string reason)
    {
        byte[] bytes = [.. Whole];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        Assert.StartsWith($"stream: {reason}", RawFile.ErrorOf(bytes));
    }

    [Theory]
    [InlineData("""[]""", "the header does not begin with {")]
    [InlineData(""" {}""", "the header does not begin with {")]
    [InlineData("""{} x""", "the header is not valid JSON")]
    [InlineData("""{}{}""", "the header is not valid JSON")]
    [InlineData("""{"a":1,}""", "tensor 'a': an object is expected at byte 5 of the header")]
    [InlineData("""{"a":{"b":{"c":{"d":{}}}}}""", "tensor 'a': the field 'b' is unknown or there twice")]
    [InlineData("""{"a":{"shape":[[[[[0]]]]]}}""", "the header is not valid JSON")]
    [InlineData("""{"__metadata__":{"a":1}}""", "text is expected at byte 21 of the header")]
    [InlineData("""{"__metadata__":{"a":"1","\u0061":"2"}}""", "the metadata hold 'a' twice")]
    [InlineData("""{"__metadata__":{},"__metadata\u005f_":{}}""", "the header holds __metadata__ twice")]
    [InlineData("""{"a":{"\ud800":1}}""", "tensor 'a': the text at byte 6 of the header is not valid Unicode")]
    [InlineData("""{"\ud800":{}}""", "the text at byte 1 of the header is not valid Unicode")]
    public void A_header_of_another_form_is_refused(string header, string reason) =>
        Assert.StartsWith($"stream: {reason}", RawFile.ErrorOf(RawFile.Of(header, 0)));

    [Theory]
    [InlineData("""{"dtype":"F32","shape":[1]}""", "dtype, shape or data_offsets is missing")]
    [InlineData("""{"dtype":"F32","shape":[1],"data_offsets":[0,4],"shape":[1]}""", "the field 'shape' is unknown or there twice")]
    [InlineData("""{"dtype":"F32","shape":[1],"data_offsets":[0,4],"strides":[1]}""", "the field 'strides' is unknown or there twice")]
    [InlineData("""{"dtype":"C64","shape":[1],"data_offsets":[0,4]}""", "the element type 'C64' is unknown")]
    [InlineData("""{"dtype":"f32","shape":[1],"data_offsets":[0,4]}""", "the element type 'f32' is unknown")]
    [InlineData("""{"dtype":32,"shape":[1],"data_offsets":[0,4]}""", "text is expected")]
    [InlineData("""{"dtype":"F32","shape":1,"data_offsets":[0,4]}""", "an array is expected")]
    [InlineData("""{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}""", "an integer from 0 to 2147483647 is expected")]
    [InlineData("""{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}""", "an integer from 0 to 2147483647 is expected")]
    [InlineData("""{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}""", "an integer from 0 to 2147483647 is expected")]
    [InlineData("""{"dtype":"F32","shape":[4294967297],"data_offsets":[0,4]}""", "an integer from 0 to 2147483647 is expected")]
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[0,4]}""", "the shape is [2] of F32, but the data have 4 bytes")]
    [InlineData("""{"dtype":"I8","shape":[65536,65536,65536,65536],"data_offsets":[0,0]}""", "the shape is [65536, 65536, 65536, 65536] of I8, but the data have 0 bytes")]
    [InlineData("""{"dtype":"F32","shape":[1],"data_offsets":[4,0]}""", "the data begin at 4, but end at 0")]
    [InlineData("""{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}""", "there are 3 data offsets, but 2 are expected")]
    [InlineData("""{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}""", "an integer from 0 to 9223372036854775807 is expected")]
    [InlineData("""{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775808]}""", "an integer from 0 to 9223372036854775807 is expected")]
    [InlineData("""{"dtype":"F32","shape":[1],"data_offsets":[4,8]}""", "the data begin at 4, but the tensor before ends at 0")]
    public void A_tensor_that_cannot_be_is_refused_by_name(string tensor, string reason) =>
        Assert.StartsWith($"stream: tensor 'a': {reason}", RawFile.ErrorOf(RawFile.Of($"{{\"a\":{tensor}}}", 4)));

    [Theory]
    [InlineData("a", 0, 4, "b", 0, 4, "tensor 'b': the data begin at 0, but the tensor before ends at 4")]
    [InlineData("a", 0, 4, "b", 8, 12, "tensor 'b': the data begin at 8, but the tensor before ends at 4")]
    [InlineData("a", 4, 8, "b", 2, 6, "tensor 'b': the data begin at 2, but the tensor before ends at 0")]
    [InlineData("a", 0, 4, "b", 4, 8, "more bytes follow the 8 bytes of the tensors")]
    [InlineData("a", 8, 12, "b", 12, 16, "tensor 'a': the data begin at 8, but the tensor before ends at 0")]
    [InlineData("a", 0, 4, "\\u0061", 4, 8, "tensor 'a': the name is there twice")]
    public void Tensors_that_share_bytes_or_leave_a_hole_are_refused(string first, int begin, int end, string second, int secondBegin, int secondEnd, string reason)
    {
        string header = $$$"""{"{{{first}}}":{"dtype":"F32","shape":[1],"data_offsets":[{{{begin}}},{{{end}}}]},"{{{second}}}":{"dtype":"F32","shape":[1],"data_offsets":[{{{secondBegin}}},{{{secondEnd}}}]}}""";
        Assert.StartsWith($"stream: {reason}", RawFile.ErrorOf(RawFile.Of(header, 12)));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"I8","shape":[2147483647],"data_offsets":[0,2147483647]}}""", "at most 2147483591 can be read")]
    [InlineData("""{"a":{"dtype":"I8","shape":[1000000000],"data_offsets":[0,1000000000]}}""", "the tensors should take 1000000000 bytes, but 9 are left")]
    public void Data_that_are_not_there_are_refused(string header, string reason) =>
        Assert.Contains(reason, RawFile.ErrorOf(RawFile.Of(header, 9)));

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] header = Encoding.Latin1.GetBytes("""{"ä":{"dtype":"I8","shape":[0],"data_offsets":[0,0]}}""");
        Assert.Equal("stream: the header is not valid UTF-8.", RawFile.ErrorOf(RawFile.Of(header, [])));
    }

    [Fact]
    public void A_message_shows_a_bounded_part_of_a_name_and_none_of_its_control_characters()
    {
        string name = "a\\u001b\\n" + new string('b', 1_000_000);
        string message = RawFile.ErrorOf(RawFile.Of($"{{\"{name}\":{{}}}}", 0));
        Assert.Equal($"stream: tensor 'a\uFFFD\uFFFD{new string('b', 77)}…': dtype, shape or data_offsets is missing.", message);
    }

    [Fact]
    public void The_message_names_the_file_and_a_missing_file_is_no_damaged_one()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("model.safetensors");
        Assert.Throws<FileNotFoundException>(() => SafeTensorsFile.Load(path));
        File.WriteAllBytes(path, Whole[..^1]);
        ModelFileException error = Assert.Throws<ModelFileException>(() => SafeTensorsFile.Load(path));
        Assert.Equal(path, error.FileName);
        Assert.Equal($"{path}: the tensors should take 104 bytes, but 103 are left.", error.Message);
        using FileStream stream = File.OpenRead(path);
        Assert.Equal(path, Assert.Throws<ModelFileException>(() => SafeTensorsFile.Load(stream)).FileName);
    }
}
