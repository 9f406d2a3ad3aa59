using System.Numerics;
using NetGen.Files;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;
using NetGen.GeneratorTests.SeedCases;
using NetGen.Testing;

namespace NetGen.GeneratorTests.Files;

/// <summary>Generated networks with weights that other programs trained.</summary>
[Trait("Category", "Numeric")]
public class LoadedNetworkTests
{
    private const string CourseWeights = "coursera/ex4weights_f64.safetensors";

    private static readonly NetworkSpec Single = new(
        [64, 32, 16, 10], [Activation.ReLU, Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy);

    private static readonly NetworkSpec Double = Single with { Precision = Precision.Double };

    private static readonly NetworkSpec Course = new([400, 25, 10], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy)
    {
        Precision = Precision.Double,
    };

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(Single, Double, Course));

    /// <summary>Both are given in single precision by PyTorch and in double precision by NumPy.</summary>
    [Fact]
    public void A_state_dict_of_PyTorch_gives_the_outputs_of_PyTorch()
    {
        SafeTensorsFile rows = SafeTensorsFile.Load(ReferenceData.Open("mlp_relu_gemm_io.safetensors"));
        foreach ((NetworkSpec spec, string output, double tolerance) in new[] { (Single, "output", 2e-6), (Double, "output_f64_numpy", 1e-14) })
        {
            INetworkUnderTest network = Networks.Value.Create(spec);
            network.Accept(new StateLoader());
            double[] found = network.Forward(rows.Read<double>("input"));
            Close.Assert(network.Declaration, output, rows.Read<double>(output), found, new Tolerance(tolerance, 0));
        }
    }

    [LargeDataFact(CourseWeights)]
    public void Weights_with_the_biases_in_column_0_are_loaded()
    {
        INetworkUnderTest network = Networks.Value.Create(Course);
        network.Accept(new CourseLoader());
        Assert.Equal(new Thetas([Safetensors.Rows(CourseWeights, "Theta1"), Safetensors.Rows(CourseWeights, "Theta2")]).Parameters, network.Parameters);
    }

    private sealed class StateLoader : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            network.Load(ReferenceData.Open("mlp_relu_gemm_state_f32.safetensors"), new() { Names = TensorNames.PyTorchSequential() });
    }

    private sealed class CourseLoader : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            network.Load(LargeData.PathOf(CourseWeights), new()
            {
                Layout = ModelLayout.BiasFirstColumn,
                Names = TensorNames.Of((_, i) => ($"Theta{i + 1}", "")),
            });
    }
}
