using System.Diagnostics;
using NetGen.Files;
using NetGen.Initialization;

namespace NetGen.RuntimeTests.Files;

public class MutatedFileTests
{
    private const int Files = 10_000;
    private const int MostAllocated = 1 << 15;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    [Fact]
    public void No_damage_crashes_the_reader_or_changes_a_parameter()
    {
        FakeNetwork<float> network = new([2, 3, 1]);
        byte[] whole = RawFile.Of(network);
        int accepted = 0;
        RandomSource random = new(1, 0);
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < Files; i++)
        {
            byte[] bytes = Mutation.Of(whole, ref random);
            network.Parameters.Fill(42);
            long before = GC.GetAllocatedBytesForCurrentThread();
            if (Accepts(network, bytes))
                accepted++;
            else
                Assert.False(network.Parameters.ContainsAnyExcept(42f), $"file {i} changed a parameter");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes.Length + MostAllocated);
        }

        Assert.InRange(accepted, 1, Files / 2);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, MostTime);
    }

    private static bool Accepts(FakeNetwork<float> network, byte[] bytes)
    {
        try
        {
            network.Load(new MemoryStream(bytes));
            return true;
        }
        catch (ModelFileException)
        {
            return false;
        }
    }
}
