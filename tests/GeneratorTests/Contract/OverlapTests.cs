using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>A span that is written may not overlap another; neighbours are fine.</summary>
public class OverlapTests
{
    public static TheoryData<string, Precision> Networks => ContractNetworks.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Overlapping_spans_are_refused_by_every_member(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Overlaps());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Neighbouring_spans_are_accepted(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Neighbours());

    [Theory]
    [MemberData(nameof(Networks))]
    public void SgdStep_refuses_inputs_that_overlap_the_parameters(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new InputsInParameters());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Results_may_not_overlap_the_parameters(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new ResultsInParameters());

    private sealed record Overlaps : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (Signature<T> signature in Signatures.OfOneAndMore<TNetwork, T>(network, rows: 2))
            {
                foreach ((int i, int j) in Pairs(signature))
                {
                    int first = signature.Parameters[i].Length, second = signature.Parameters[j].Length;
                    Refused(network, spec, signature, i, j, 0, 0);
                    Refused(network, spec, signature, i, j, 0, first - 1);
                    Refused(network, spec, signature, i, j, second - 1, 0);
                }
            }
        }

        /// <summary>Pairs of spans of which at least one is written; labels are no numbers and cannot overlap them.</summary>
        private static IEnumerable<(int First, int Second)> Pairs<T>(Signature<T> signature) =>
            from j in Enumerable.Range(0, signature.Parameters.Length)
            from i in Enumerable.Range(0, j)
            where signature.Parameters[j].IsWritten && signature.Parameters[i].Name != "labels"
            select (i, j);

        private static void Refused<T>(INetwork<T> network, NetworkSpec spec, Signature<T> signature, int i, int j, int startOfFirst, int startOfSecond)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            SpanParameter first = signature.Parameters[i], second = signature.Parameters[j];
            Memory<T> shared = ArgumentCheck.Buffer<T>(Math.Max(startOfFirst + first.Length, startOfSecond + second.Length));
            Memory<T>[] arguments = [.. signature.Parameters.Select(x => ArgumentCheck.Buffer<T>(x.Length))];
            arguments[i] = shared.Slice(startOfFirst, first.Length);
            arguments[j] = shared.Slice(startOfSecond, second.Length);
            string call = $"{signature.Member} with {first.Name} over {second.Name}";
            ArgumentCheck.Refuses<T, ArgumentException>(network, spec, call, () => signature.Invoke(arguments), [.. arguments, shared]);
        }
    }

    private sealed record Neighbours : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (Signature<T> signature in Signatures.OfOneAndMore<TNetwork, T>(network, rows: 2))
            {
                signature.Invoke(SideBySide(signature, Enumerable.Range(0, signature.Parameters.Length)));
                signature.Invoke(SideBySide(signature, Enumerable.Range(0, signature.Parameters.Length).Reverse()));
            }
        }

        private static Memory<T>[] SideBySide<T>(Signature<T> signature, IEnumerable<int> order)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Memory<T> rest = ArgumentCheck.Buffer<T>(signature.Parameters.Sum(x => x.Length));
            Memory<T>[] arguments = new Memory<T>[signature.Parameters.Length];
            foreach (int i in order)
            {
                arguments[i] = rest[..signature.Parameters[i].Length];
                rest = rest[signature.Parameters[i].Length..];
            }

            return arguments;
        }
    }

    private sealed record InputsInParameters : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] inputs = new T[TNetwork.InputSize], targets = new T[TNetwork.OutputSize];
            ArgumentCheck.Refuses<T, ArgumentException>(
                network, spec, "SgdStep over inputs", () => network.SgdStep(network.Parameters[..TNetwork.InputSize], targets, T.One));
            ArgumentCheck.Refuses<T, ArgumentException>(
                network, spec, "SgdStep over targets", () => network.SgdStep(inputs, network.Parameters[^TNetwork.OutputSize..], T.One));
        }
    }

    private sealed record ResultsInParameters : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] inputs = new T[TNetwork.InputSize], targets = new T[TNetwork.OutputSize];
            Refused("Forward", () => network.Forward(inputs, network.Parameters[..TNetwork.OutputSize]));
            Refused("Backward", () => network.Backward(inputs, targets, network.Parameters));
            Refused("VectorJacobianProduct", () => network.VectorJacobianProduct(inputs, targets, network.Parameters, []));
            Refused("VectorJacobianProduct", () => network.VectorJacobianProduct(inputs, targets, [], network.Parameters[..TNetwork.InputSize]));
            if (TNetwork.ParameterCount >= TNetwork.InputSize * TNetwork.OutputSize)
            {
                Refused("Jacobian", () => network.Jacobian(inputs, network.Parameters[..(TNetwork.InputSize * TNetwork.OutputSize)]));
            }

            void Refused(string member, Action call) =>
                ArgumentCheck.Refuses<T, ArgumentException>(network, spec, $"{member} into the parameters", call);
        }
    }
}
