using System.Numerics;
using System.Reflection;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;
using NetGen.Training;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>The runtime library's own gradient check, on generated networks.</summary>
[Trait("Category", "Numeric")]
public class GradientCheckTests
{
    private const int Rows = 5;

    private static readonly NetworkSpec[] Specs =
    [
        new([3, 5, 2], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError) { Precision = Precision.Double },
        new([4, 6, 3], [Activation.GELU, Activation.Softmax], Loss.CategoricalCrossEntropy) { Precision = Precision.Double },
        new([2, 7, 1], [Activation.SiLU, Activation.Sigmoid], Loss.BinaryCrossEntropy) { Precision = Precision.Double, Bias = false },
        new([3, 5, 2], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(Specs));

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Specs.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_agrees_with_central_differences(int spec) => Networks.Value.Create(spec).Accept(new Check());

    private sealed class Check : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkData data = NetworkData.Draw(spec, Rows, seed: 21);
            Numbers.To<T>(data.Parameters).CopyTo(network.Parameters);
            T[] inputs = Numbers.To<T>(data.Inputs), targets = Numbers.To<T>(data.Targets);
            Agrees(GradientCheck.Run(network, inputs, targets), spec);
            if (data.Labels is { } labels)
            {
                // The visitor does not know that the network is a classifier, and the check wants it stated.
                MethodInfo run = typeof(GradientCheckTests).GetMethod(nameof(WithLabels), BindingFlags.NonPublic | BindingFlags.Static)!;
                Agrees((GradientCheckResult)run.MakeGenericMethod(typeof(TNetwork), typeof(T)).Invoke(null, [network, inputs, labels])!, spec);
            }

            Assert.Equal(Numbers.To<T>(data.Parameters), network.Parameters.ToArray());
        }
    }

    private static GradientCheckResult WithLabels<TNetwork, T>(TNetwork network, T[] inputs, int[] labels)
        where TNetwork : class, IClassifierNetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => GradientCheck.Run(network, inputs, labels);

    private static void Agrees(GradientCheckResult result, NetworkSpec spec)
    {
        double bound = spec.Precision == Precision.Double ? 1e-7 : 1e-2;
        Assert.True(result.RelativeDifference < bound, $"{NetworkSource.Declaration(spec, "Network")}\n{result}");
        Assert.Equal(10, result.Worst.Count);
    }
}
