using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>
/// The scratch memory of a thread: measured in threads that never called before, each once. A collection in between would count
/// the rest of the thread's allocation context too, so no other test runs at the same time.
/// </summary>
[Trait("Category", "Numeric")]
[Collection(SequentialCollection.Name)]
public class ScratchMemoryTests
{
    public static TheoryData<string, Precision> Networks => ContractNetworks.All;

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void A_tiny_network_does_not_allocate_in_the_first_call_of_a_thread(Precision precision) =>
        ContractNetworks.Create("circles", precision).Accept(new FirstCallOfAThread());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Scratch_memory_does_not_grow_with_the_rows(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new ManyRows());

    /// <summary>What a call allocates in a thread that never called before; another thread where a collection disturbs the first.</summary>
    private static long AllocatedByFreshThread(Action run)
    {
        while (true)
        {
            int collections = GC.CollectionCount(0);
            long bytes = 0;
            Thread thread = new(() =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                run();
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            });
            thread.Start();
            thread.Join();
            if (GC.CollectionCount(0) == collections)
                return bytes;
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
