using NetGen.Data;

namespace NetGen.DataTests.Idx;

public class IdxErrorTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("", "The file ends within the first four bytes.")]
    [InlineData("000008", "The file ends within the first four bytes.")]
    [InlineData("0001080100000000", "The file starts with 00010801")]
    [InlineData("00000A0100000000", "The file starts with 00000A01")]
    [InlineData("00000800", "The file starts with 00000800")]
    [InlineData("0000080200000001", "The file ends within the sizes of 2 dimensions.")]
    [InlineData("0000080180000000", "Dimension 0 has the size 2147483648")]
    [InlineData("00000803000100000001000000010000", "The sizes 65536 × 65536 × 65536 are more than")]
    [InlineData("00000801000000030102", "The sizes 3 of type UnsignedByte make 11 bytes with the header, but the file holds 10.")]
    [InlineData("000008010000000101FF", "The sizes 1 of type UnsignedByte make 9 bytes with the header, but the file holds 10.")]
    [InlineData("00000E017FFFFFC7", "The sizes 2147483591 of type Double make 17179868736 bytes")]
    public void A_file_that_breaks_the_format_is_an_error(string content, string expected)
    {
        using TemporaryFile file = new(Convert.FromHexString(content));
        AssertError($"{file.Path}: {expected}", () => IdxFile.Read<float>(file.Path));
    }

    [Fact]
    public void A_packed_file_that_holds_less_or_more_than_it_declares_is_an_error()
    {
        using TemporaryFile less = new(IdxBytes.Packed(IdxBytes.Of(12, [3], 0, 0, 0, 1, 0, 0, 0)));
        AssertError($"{less.Path}: The file ends after 1 of 3 numbers.", () => IdxFile.Read<float>(less.Path));
        using TemporaryFile more = new(IdxBytes.Packed(IdxBytes.Of(8, [3], 1, 2, 3, 4)));
        AssertError($"{more.Path}: The file goes on after the 3 numbers", () => IdxFile.Read<float>(more.Path));
    }

    [Fact]
    public void A_damaged_packed_file_is_an_error()
    {
        byte[] packed = IdxBytes.Packed(IdxBytes.Of(8, [100], [.. Enumerable.Range(0, 100).Select(x => (byte)(x * 37))]));
        foreach (byte[] damaged in (byte[][])[packed[..^20], [.. packed[..20], (byte)~packed[20], .. packed[21..]], packed[..2]])
        {
            using TemporaryFile file = new(damaged);
            AssertError(file.Path, () => IdxFile.Read<float>(file.Path));
        }
    }

    [Fact]
    public void Sizes_beyond_the_file_take_no_memory()
    {
        byte[] bytes = IdxBytes.Of(8, [2_000_000_000], 1, 2, 3);
        using TemporaryFile plain = new(bytes), packed = new(IdxBytes.Packed(bytes));
        // 100 kB of zeros could stand for 100 MB, so that only what is found there shows that the numbers are not.
        byte[] believable = IdxBytes.Packed(IdxBytes.Of(8, [50 * Megabyte], new byte[Megabyte / 2]));
        using TemporaryFile short50 = new([.. believable, .. new byte[100_000]]);
        foreach (TemporaryFile file in (TemporaryFile[])[plain, packed, short50])
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            AssertError(file.Path, () => IdxFile.Read<byte>(file.Path));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 * Megabyte);
        }
    }

    [Fact]
    public void A_number_that_does_not_fit_is_an_error()
    {
        using TemporaryFile file = new(IdxBytes.Of(9, [2], 1, 0xFF));
        AssertError($"{file.Path}: A number of type SignedByte does not fit Byte.", () => IdxFile.Read<byte>(file.Path));
    }

    [Fact]
    public void Images_and_labels_that_do_not_fit_each_other_are_an_error()
    {
        using TemporaryFile images = new(IdxBytes.Of(8, [2, 1], 1, 2)), three = new(IdxBytes.Of(8, [3], 0, 0, 0));
        AssertError(
            $"{images.Path}: There are 2 rows, but 3 labels in {three.Path}.", () => IdxFile.ReadLabelled<float>(images.Path, three.Path));
        using TemporaryFile two = new(IdxBytes.Of(8, [2], 0, 4)), negative = new(IdxBytes.Of(9, [2], 0, 0xFF));
        AssertError(
            $"{two.Path}: The label of row 1 is 4, but 0 to 3 is expected.", () => IdxFile.ReadLabelled<float>(images.Path, two.Path, 4));
        AssertError(
            $"{negative.Path}: The label of row 1 is -1", () => IdxFile.ReadLabelled<float>(images.Path, negative.Path));
        AssertError(
            $"{images.Path}: Whole numbers in one dimension", () => IdxFile.ReadLabelled<float>(images.Path, images.Path));
        using TemporaryFile signed = new(IdxBytes.Of(9, [2, 1], 1, 2)), empty = new(IdxBytes.Of(8, [2, 0])), none = new(IdxBytes.Of(8, [0]));
        AssertError($"{signed.Path}: Only numbers of type UnsignedByte", () => IdxFile.ReadLabelled<float>(signed.Path, two.Path));
        AssertError($"{empty.Path}: A row has no feature.", () => IdxFile.ReadLabelled<float>(empty.Path, two.Path));
        AssertError($"{none.Path}: There is no label.", () => IdxFile.ReadLabelled<float>(images.Path, none.Path));
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => IdxFile.ReadLabelled<float>(images.Path, two.Path, 0));
    }

    private static void AssertError(string start, Action read)
    {
        DataFileException error = Assert.Throws<DataFileException>(read);
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
    }
}
