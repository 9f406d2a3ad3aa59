using System.Globalization;
using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>A length that does not fit is refused by name, with both lengths, before anything is written.</summary>
public class LengthTests
{
    public static TheoryData<string, Precision> Networks => ContractNetworks.WithSeveralInputsAndOutputs;

    public static TheoryData<string, Precision> AllNetworks => ContractNetworks.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_length_off_by_one_is_refused_by_every_member(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new OffByOne());

    [Theory]
    [MemberData(nameof(AllNetworks))]
    public void A_row_too_many_is_refused(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new RowTooMany());

    [Theory]
    [MemberData(nameof(AllNetworks))]
    public void No_rows_are_refused_where_a_mean_is_taken_and_fine_elsewhere(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new NoRows());

    [Theory]
    [MemberData(nameof(AllNetworks))]
    public void An_empty_gradient_is_refused_by_Backward(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new EmptyGradient());

    private sealed record OffByOne : INetworkVisitor
    {
        private const int Rows = 3;

        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (Signature<T> signature in Signatures.OfOneAndMore<TNetwork, T>(network, Rows))
            {
                for (int i = 0; i < signature.Parameters.Length; i++)
                {
                    Check(network, spec, signature, i, +1);
                    Check(network, spec, signature, i, -1);
                }
            }
        }

        private static void Check<T>(INetwork<T> network, NetworkSpec spec, Signature<T> signature, int wrong, int change)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            SpanParameter parameter = signature.Parameters[wrong];
            int length = parameter.Length + change;
            Memory<T>[] arguments = [.. signature.Parameters.Select((x, i) => ArgumentCheck.Buffer<T>(i == wrong ? length : x.Length))];
            string call = string.Create(CultureInfo.InvariantCulture, $"{signature.Member} with {parameter.Name} of length {length}");
            ArgumentException thrown = ArgumentCheck.Refuses<T, ArgumentException>(network, spec, call, () => signature.Invoke(arguments), arguments);
            Assert.Equal(parameter.Name, thrown.ParamName);
            Assert.Contains(length.ToString(CultureInfo.InvariantCulture), thrown.Message);
            Assert.Contains(parameter.Stated.ToString(CultureInfo.InvariantCulture), thrown.Message);
        }
    }

    private sealed record RowTooMany : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (Signature<T> signature in Signatures.OfOneAndMore<TNetwork, T>(network, rows: 2))
            {
                Memory<T>[] arguments = [.. signature.Parameters.Select((x, i) => ArgumentCheck.Buffer<T>(x.Length + (i == 0 ? TNetwork.InputSize : 0)))];
                string call = $"{signature.Member} with a row of inputs too many";
                ArgumentCheck.Refuses<T, ArgumentException>(network, spec, call, () => signature.Invoke(arguments), arguments);
            }
        }
    }

    private sealed record NoRows : INetworkVisitor
    {
        private static readonly string[] TakeAMean = ["Evaluate", "Backward", "SgdStep"];

        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (Signature<T> signature in Signatures.Of<TNetwork, T>(network, rows: 0))
            {
                Memory<T>[] arguments = [.. signature.Parameters.Select(x => ArgumentCheck.Buffer<T>(x.Length))];
                if (TakeAMean.Any(member => signature.Member.StartsWith(member, StringComparison.Ordinal)))
                {
                    ArgumentCheck.Refuses<T, ArgumentException>(network, spec, $"{signature.Member} without rows", () => signature.Invoke(arguments), arguments);
                }
                else
                {
                    signature.Invoke(arguments);
                }
            }
        }
    }

    private sealed record EmptyGradient : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] inputs = new T[TNetwork.InputSize], targets = new T[TNetwork.OutputSize];
            ArgumentException thrown = ArgumentCheck.Refuses<T, ArgumentException>(network, spec, "Backward", () => network.Backward(inputs, targets, []));
            Assert.Equal("gradient", thrown.ParamName);
        }
    }
}
