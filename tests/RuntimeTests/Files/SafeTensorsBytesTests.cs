using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

/// <summary>A file written by hand after the description of the format: 138 bytes of header, which six spaces fill up to 144.</summary>
public class SafeTensorsBytesTests
{
    private static readonly byte[] Golden = Convert.FromHexString(
        "9000000000000000" // the length of the header, 0x90
        + "7B225F5F6D657461646174615F5F223A7B22666F726D6174223A227074227D2C" // {"__metadata__":{"format":"pt"},
        + "2261223A7B226474797065223A22463332222C227368617065223A5B312C325D" // "a":{"dtype":"F32","shape":[1,2]
        + "2C22646174615F6F666673657473223A5B302C385D7D2C226E223A7B22647479" // ,"data_offsets":[0,8]},"n":{"dty
        + "7065223A224938222C227368617065223A5B5D2C22646174615F6F6666736574" // pe":"I8","shape":[],"data_offset
        + "73223A5B382C395D7D7D202020202020" // s":[8,9]}}
        + "0000803F000000C0" // 1, −2
        + "FD"); // −3

    [Fact]
    public void The_writer_gives_the_bytes_of_the_format()
    {
        SafeTensorsBuilder builder = new();
        builder.Add<sbyte>("n", [-3], []).Add("a", [1f, -2f], [1, 2]).AddMetadata("format", "pt");
        Assert.Equal(Convert.ToHexString(Golden), Convert.ToHexString(RawFile.Of(builder)));
    }

    [Fact]
    public void The_reader_understands_the_bytes_of_the_format()
    {
        SafeTensorsFile file = RawFile.Load(Golden);
        Assert.Equal(["a F32 [1, 2]", "n I8 []"], file.Tensors.Select(x => x.ToString()));
        Assert.Equal([new("format", "pt")], file.Metadata);
        Assert.Equal([1f, -2f], file.Read<float>("a"));
        Assert.Equal([(sbyte)-3], file.Read<sbyte>("n"));
        Assert.Equal([0xFD], file.GetBytes("n").ToArray());
        Assert.Null(file.Find("b"));
    }

    [Fact]
    public void The_same_additions_give_the_same_bytes()
    {
        FakeNetwork<float> network = new([3, 4, 2]);
        Assert.Equal(RawFile.Of(network), RawFile.Of(network));
    }
}
