using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>Same input, same bits: call after call, thread beside thread, and seed for seed.</summary>
[Trait("Category", "Numeric")]
public class DeterminismTests
{
    private const int Rows = 13;

    public static TheoryData<string, Precision> Networks => ContractNetworks.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_same_input_gives_the_same_bits_call_after_call(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Repeated());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Concurrent_readers_get_the_same_bits(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Concurrent());

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_same_seed_gives_the_same_bits_and_another_seed_does_not(string name, Precision precision)
    {
        double[] parameters = ContractNetworks.Create(name, precision, seed: 42).Parameters;
        Assert.Equal(parameters, ContractNetworks.Create(name, precision, seed: 42).Parameters);
        Assert.NotEqual(parameters, ContractNetworks.Create(name, precision, seed: 43).Parameters);
    }

    [Theory]
    [InlineData("circles", Precision.Single, "E0EE41CF14406AC6")]
    [InlineData("circles", Precision.Double, "394BBC79CCBDCB44")]
    [InlineData("classifier", Precision.Single, "C048AC821F7E9B31")]
    [InlineData("probabilities", Precision.Double, "4986E8D0764C94BE")]
    public void A_seed_gives_the_same_bits_on_every_machine(string name, Precision precision, string hash)
    {
        double[] parameters = ContractNetworks.Create(name, precision, seed: 42).Parameters;
        byte[] bits = System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(parameters));
        Assert.Equal(hash, Convert.ToHexString(bits, 0, 8));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_seed_defaults_to_0(string name, Precision precision) =>
        ContractNetworks.Create(name, precision, seed: 0).Accept(new DefaultSeed());

    /// <summary>Often enough that the methods are compiled anew with all optimisations on the way.</summary>
    private sealed record Repeated : INetworkVisitor
    {
        private const int Calls = 60;

        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (MemberCall<T> call in new MemberCalls<TNetwork, T>(network, NetworkData.Draw(spec, Rows, seed: 6)).Readers())
            {
                call.Run();
                T[] first = [.. call.Result];
                for (int i = 0; i < Calls; i++)
                {
                    call.Run();
                    Assert.True(Bits.Same<T>(first, call.Result), $"{call.Member} changed its result at call {i + 2}");
                }
            }
        }
    }

    private sealed record Concurrent : INetworkVisitor
    {
        private const int Threads = 4;
        private const int Calls = 25;

        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkData[] data = [.. Enumerable.Range(0, Threads).Select(i => NetworkData.Draw(spec, Rows, seed: 7 + i))];
            T[][][] alone = [.. data.Select(x => Results<TNetwork, T>(network, x))];
            using Barrier barrier = new(Threads);
            string[] failures = new string[Threads];
            Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() => failures[i] = Run(i)))];
            Array.ForEach(threads, x => x.Start());
            Array.ForEach(threads, x => x.Join());
            Assert.All(failures, x => Assert.Equal("", x));

            string Run(int thread)
            {
                barrier.SignalAndWait();
                bool same = Enumerable.Range(0, Calls).All(_ => Same(alone[thread], Results<TNetwork, T>(network, data[thread])));
                return same ? "" : $"thread {thread} got other bits than alone";
            }
        }

        private static T[][] Results<TNetwork, T>(TNetwork network, NetworkData data)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            [.. new MemberCalls<TNetwork, T>(network, data).Readers().Select(call => { call.Run(); return call.Result; })];

        private static bool Same<T>(T[][] x, T[][] y)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Zip(y).All(pair => Bits.Same<T>(pair.First, pair.Second));
    }

    private sealed record DefaultSeed : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            System.Reflection.ParameterInfo seed = typeof(TNetwork).GetConstructors().Single().GetParameters().Single();
            Assert.Equal("seed", seed.Name);
            Assert.Equal(0, seed.DefaultValue);
        }
    }
}
