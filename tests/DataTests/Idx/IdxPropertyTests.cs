using FsCheck;
using FsCheck.Fluent;
using NetGen.Data;

namespace NetGen.DataTests.Idx;

public class IdxPropertyTests
{
    [Fact]
    public void Any_change_of_a_file_gives_numbers_or_the_error_of_a_data_file()
    {
        byte[] plain = IdxBytes.Of(11, [2, 3], 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6), packed = IdxBytes.Packed(plain);
        Gen<byte[]> files =
            from bytes in Gen.Elements(plain, packed)
            from place in Gen.Choose(0, bytes.Length - 1)
            from value in Gen.Choose(0, 255)
            from length in Gen.OneOf(Gen.Constant(bytes.Length), Gen.Choose(0, bytes.Length))
            select Changed(bytes, place, (byte)value)[..length];
        int read = 0, failed = 0;
        foreach (byte[] bytes in files.Sample(500, new Rnd(5), size: 1))
        {
            using TemporaryFile file = new(bytes);
            try
            {
                IdxArray<float> array = IdxFile.Read<float>(file.Path);
                Assert.Equal(array.Dimensions.Aggregate(1, (x, y) => x * y), array.Values.Length);
                read++;
            }
            catch (DataFileException)
            {
                failed++;
            }
        }

        Assert.True(read > 20 && failed > 20, $"{read} files were read, {failed} failed");
    }

    private static byte[] Changed(byte[] bytes, int place, byte value)
    {
        byte[] changed = [.. bytes];
        changed[place] = value;
        return changed;
    }
}
