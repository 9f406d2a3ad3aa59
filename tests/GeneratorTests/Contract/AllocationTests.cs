using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>No member allocates, from a thread's second call on.</summary>
[Trait("Category", "Numeric")]
public class AllocationTests
{
    public static TheoryData<string, Precision> Networks => ContractNetworks.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void No_member_allocates_for_a_single_row(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Repeated(Rows: 1));

    [Theory]
    [MemberData(nameof(Networks))]
    public void No_member_allocates_for_a_batch(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Repeated(Rows: 67));

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void A_tiny_network_does_not_allocate_in_the_first_call_of_a_thread(Precision precision) =>
        ContractNetworks.Create("circles", precision).Accept(new FirstCallOfAThread());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Scratch_memory_does_not_grow_with_the_rows(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new ManyRows());

    /// <summary>The least that a call allocates in a thread that never called before, of a few: a collection may disturb one of them.</summary>
    private static long AllocatedByFreshThread(Action run)
    {
        long[] bytes = new long[3];
        for (int i = 0; i < bytes.Length; i++)
        {
            int measured = i;
            Thread thread = new(() => bytes[measured] = Allocated(run));
            thread.Start();
            thread.Join();
        }

        return bytes.Min();
    }

    /// <summary>The bytes that each call allocates: what other threads do may disturb one measurement, not three.</summary>
    private static long LeastAllocated(Action run) => Math.Min(Allocated(run), Math.Min(Allocated(run), Allocated(run)));

    /// <summary>The bytes that a call allocates. A collection in between counts the rest of the thread's allocation context too: measured again.</summary>
    private static long Allocated(Action run)
    {
        while (true)
        {
            int collections = GC.CollectionCount(0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (GC.CollectionCount(0) == collections)
            {
                return bytes;
            }
        }
    }

    private sealed record Repeated(int Rows) : INetworkVisitor
    {
        private const int Calls = 10;

        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (MemberCall<T> call in new MemberCalls<TNetwork, T>(network, NetworkData.Draw(spec, Rows, seed: 5)).All())
            {
                call.Run();
                call.Run();
                for (int i = 0; i < Calls; i++)
                {
                    long bytes = LeastAllocated(call.Run);
                    Assert.True(bytes == 0, $"{call.Member} of {spec.Precision} [{string.Join(", ", spec.Layers)}] allocates {bytes} bytes");
                }
            }
        }
    }

    private sealed record FirstCallOfAThread : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (MemberCall<T> call in new MemberCalls<TNetwork, T>(network, NetworkData.Draw(spec, rows: 1, seed: 5)).All())
            {
                call.Run(); // compiles the method
                Assert.True(AllocatedByFreshThread(call.Run) == 0, $"{call.Member} allocates in the first call of a thread");
            }
        }
    }

    private sealed record ManyRows : INetworkVisitor
    {
        private const int Some = 130;
        private const int Many = 10 * Some;

        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkData row = NetworkData.Draw(spec, rows: 1, seed: 14);
            foreach ((MemberCall<T> some, MemberCall<T> many) in Calls(row, Some).Zip(Calls(row, Many)))
            {
                long few = AllocatedByFreshThread(some.Run), more = AllocatedByFreshThread(many.Run);
                Assert.True(more <= few, $"{many.Member} allocates {more} bytes for {Many} rows, {few} for {Some}");
            }

            IEnumerable<MemberCall<T>> Calls(NetworkData data, int rows) => new MemberCalls<TNetwork, T>(network, Repeat(data, rows)).All();
        }

        private static NetworkData Repeat(NetworkData data, int rows) => data with
        {
            Inputs = [.. Enumerable.Repeat(data.Inputs, rows).SelectMany(x => x)],
            Targets = [.. Enumerable.Repeat(data.Targets, rows).SelectMany(x => x)],
            OutputGradients = [.. Enumerable.Repeat(data.OutputGradients, rows).SelectMany(x => x)],
            Labels = data.Labels is { } labels ? [.. Enumerable.Repeat(labels[0], rows)] : null,
        };
    }
}
