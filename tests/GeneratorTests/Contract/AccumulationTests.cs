using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>Parameter gradients are added, input gradients are overwritten, and either product may be skipped.</summary>
[Trait("Category", "Numeric")]
public class AccumulationTests
{
    private const int Rows = 6;

    public static TheoryData<string, Precision> Networks => ContractNetworks.All;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Backward_adds_to_the_gradient(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new BackwardAdds());

    [Theory]
    [MemberData(nameof(Networks))]
    public void VectorJacobianProduct_adds_to_the_parameter_gradient_and_overwrites_the_input_gradients(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new ProductAdds());

    [Theory]
    [MemberData(nameof(Networks))]
    public void VectorJacobianProduct_skips_what_is_empty(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new ProductSkips());

    /// <summary>0, 1, 0, −1, …: numbers that a gradient added to them moves visibly.</summary>
    private static T[] Start<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Numbers.To<T>([.. Enumerable.Range(0, length).Select(i => Math.Round(Math.Sin(i * Math.PI / 2)))]);

    private static void CloseToSum<T>(NetworkSpec spec, string tensor, T[] start, T[] added, T[] actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] expected = [.. start.Zip(added, (x, y) => double.CreateChecked(x) + double.CreateChecked(y))];
        Close.Assert(NetworkSource.Attribute(spec), tensor, expected, Numbers.From<T>(actual), Tolerance.Of(spec.Precision), spec.ParameterName);
    }

    private sealed record BackwardAdds : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkData data = NetworkData.Draw(spec, Rows, seed: 8);
            T[] inputs = Numbers.To<T>(data.Inputs), targets = Numbers.To<T>(data.Targets);
            T[] alone = new T[TNetwork.ParameterCount], start = Start<T>(TNetwork.ParameterCount), gradient = [.. start];
            T loss = network.Backward(inputs, targets, alone);
            Assert.Equal(loss, network.Backward(inputs, targets, gradient));
            CloseToSum(spec, "gradient", start, alone, gradient);
        }
    }

    private sealed record ProductAdds : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkData data = NetworkData.Draw(spec, Rows, seed: 9);
            T[] inputs = Numbers.To<T>(data.Inputs), outputGradients = Numbers.To<T>(data.OutputGradients);
            T[] alone = new T[TNetwork.ParameterCount], start = Start<T>(TNetwork.ParameterCount), parameterGradient = [.. start];
            T[] inputsAlone = new T[inputs.Length], inputGradients = Start<T>(inputs.Length);
            network.VectorJacobianProduct(inputs, outputGradients, alone, inputsAlone);
            network.VectorJacobianProduct(inputs, outputGradients, parameterGradient, inputGradients);
            CloseToSum(spec, "parameter gradient", start, alone, parameterGradient);
            Assert.True(Bits.Same<T>(inputsAlone, inputGradients), "input gradients depend on what was there before");
        }
    }

    private sealed record ProductSkips : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkData data = NetworkData.Draw(spec, Rows, seed: 10);
            T[] inputs = Numbers.To<T>(data.Inputs), outputGradients = Numbers.To<T>(data.OutputGradients);
            T[] parameterGradient = new T[TNetwork.ParameterCount], inputGradients = new T[inputs.Length];
            T[] onlyParameters = new T[TNetwork.ParameterCount], onlyInputs = new T[inputs.Length];
            network.VectorJacobianProduct(inputs, outputGradients, parameterGradient, inputGradients);
            network.VectorJacobianProduct(inputs, outputGradients, onlyParameters, []);
            network.VectorJacobianProduct(inputs, outputGradients, [], onlyInputs);
            network.VectorJacobianProduct(inputs, outputGradients, [], []);
            CloseToSum(spec, "parameter gradient", new T[parameterGradient.Length], parameterGradient, onlyParameters);
            CloseToSum(spec, "input gradients", new T[inputGradients.Length], inputGradients, onlyInputs);
        }
    }
}
