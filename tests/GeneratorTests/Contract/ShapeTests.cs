using System.Numerics;
using System.Reflection;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>The constants and the description of the layers that a network carries.</summary>
public class ShapeTests
{
    public static TheoryData<string, Precision> Networks => ContractNetworks.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Sizes_are_constants_of_the_class(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Constants());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Layers_describe_sizes_activations_and_offsets(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new Layers());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Parameters_are_a_live_view(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new LiveParameters());

    private sealed record Constants : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Assert.Equal(spec.InputSize, Constant("InputSize"));
            Assert.Equal(spec.OutputSize, Constant("OutputSize"));
            Assert.Equal(spec.ParameterCount, Constant("ParameterCount"));
            Assert.Equal((spec.InputSize, spec.OutputSize, spec.ParameterCount), (TNetwork.InputSize, TNetwork.OutputSize, TNetwork.ParameterCount));

            static object? Constant(string name)
            {
                FieldInfo field = typeof(TNetwork).GetField(name, BindingFlags.Public | BindingFlags.Static)!;
                Assert.True(field.IsLiteral, $"{name} is not a constant");
                return field.GetRawConstantValue();
            }
        }
    }

    private sealed record Layers : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            LayerInfo[] expected =
            [
                .. Enumerable.Range(0, spec.LayerCount).Select(k => new LayerInfo(
                    $"layers.{k}", spec.Layers[k], spec.Layers[k + 1], spec.Activations[k].BuiltIn, spec.Activations[k].ToString(),
                    spec.WeightsOffset(k), spec.Bias ? spec.BiasesOffset(k) : -1)),
            ];
            Assert.Equal(expected, TNetwork.Layers.ToArray());
        }
    }

    private sealed record LiveParameters : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkData data = NetworkData.Draw(spec, rows: 1, seed: 13);
            T[] inputs = Numbers.To<T>(data.Inputs), outputs = new T[TNetwork.OutputSize];
            network.Parameters.Clear();
            network.Forward(inputs, outputs);
            T[] atZero = [.. outputs];
            Numbers.To<T>(data.Parameters).CopyTo(network.Parameters);
            network.Forward(inputs, outputs);
            Assert.False(Bits.Same<T>(atZero, outputs), "writing Parameters did not change the outputs");
        }
    }
}
