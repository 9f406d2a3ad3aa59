using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>
/// Layers so large that panels of their weights or gradients are copied, as they are or transposed: the last panel overlaps, rows of weights
/// are left over, and a block of gradients is summed in parts. The shorter batch, or the last block of the longer one, has too few rows for
/// a copy of weights.
/// </summary>
[Trait("Category", "Numeric")]
public class CopiedPanelsTests
{
    private static readonly NetworkSpec[] Specs =
    [
        new([499, 503, 2], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
        new([999, 129], [Activation.Identity], Loss.MeanSquaredError) { Bias = false, Precision = Precision.Double },
        new([37, 261, 3], [Activation.Tanh, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([34, 150, 2], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError) { Precision = Precision.Double },
        new([270, 99, 2], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([259, 64, 2], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
        new([5, 43, 257, 2], [Activation.Tanh, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
        new([26, 256], [Activation.Identity], Loss.MeanSquaredError) { Precision = Precision.Double },
    ];

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(Specs));

    public static TheoryData<int, int> Cases => Theory.Of(
        from spec in Enumerable.Range(0, Specs.Length)
        from rows in new[] { 35, 141 }
        select (spec, rows));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, int rows)
    {
        INetworkUnderTest network = Networks.Value.Create(spec);
        new Agreement(network, NetworkData.Draw(network.Spec, rows, seed: 31)).Check();
    }
}
