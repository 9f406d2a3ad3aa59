using System.Text;
using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

/// <summary>What reading allocates is bounded by the size of the file, not by what the file claims.</summary>
public class FileMemoryTests
{
    private const int Constant = 1 << 16;

    [Fact]
    public void Loading_a_network_allocates_the_size_of_the_file()
    {
        FakeNetwork<double> network = new([300, 400, 10]);
        byte[] bytes = RawFile.Of(new SafeTensorsBuilder().AddNetwork(network));
        Assert.InRange(Allocated(() => network.Load(new MemoryStream(bytes))), bytes.Length - Constant, bytes.Length + Constant);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"I8","shape":[2000000000],"data_offsets":[0,2000000000]}}""")]
    [InlineData("""{"a":{"dtype":"F64","shape":[2147483647,2147483647],"data_offsets":[0,9223372036854775807]}}""")]
    public void A_claim_about_the_data_allocates_nothing(string header)
    {
        byte[] bytes = RawFile.Of(header, 1000);
        Assert.InRange(Allocated(() => RawFile.ErrorOf(bytes)), 0, bytes.Length + Constant);
        Assert.InRange(Allocated(() => Assert.Throws<ModelFileException>(() => SafeTensorsFile.Load(new ForwardStream(bytes)))), 0, 2 * Constant);
    }

    [Fact]
    public void A_claim_about_the_header_allocates_nothing()
    {
        byte[] bytes = [0, 0xE1, 0xF5, 0x05, 0, 0, 0, 0, .. new byte[1000]];
        Assert.InRange(Allocated(() => RawFile.ErrorOf(bytes)), 0, bytes.Length + Constant);
        Assert.InRange(Allocated(() => Assert.Throws<ModelFileException>(() => SafeTensorsFile.Load(new ForwardStream(bytes)))), 0, 2 * Constant);
    }

    /// <summary>An entry of the header takes about 60 bytes in the file, a name, a shape and its place in a table in memory.</summary>
    [Fact]
    public void A_header_of_many_entries_allocates_a_few_times_its_length()
    {
        StringBuilder header = new("{");
        for (int i = 0; i < 20_000; i++)
            header.Append($"{(i == 0 ? "" : ",")}\"{i}\":{{\"dtype\":\"I8\",\"shape\":[0],\"data_offsets\":[0,0]}}");
        byte[] bytes = RawFile.Of(header.Append('}').ToString(), 0);
        SafeTensorsFile? file = null;
        Assert.InRange(Allocated(() => file = RawFile.Load(bytes)), 0, 8 * bytes.Length);
        Assert.Equal(20_000, file!.Tensors.Count);
    }

    private static long Allocated(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
