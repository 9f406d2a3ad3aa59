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
}
