using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Layers whose last outputs, or inputs, are too few for a vector; with whole vectors of the others and with elements left over.</summary>
[Trait("Category", "Numeric")]
public class RestColumnsTests
{
    private static readonly NetworkSpec[] Specs =
    [
        .. from inputs in new[] { 48, 71, 100 }
           from outputs in new[] { 9, 17, 20, 35, 50 }
           select new NetworkSpec([inputs, outputs, 3], [outputs % 2 == 0 ? Activation.ReLU : Activation.Tanh, Activation.Identity], Loss.MeanSquaredError) { Bias = inputs != 48 },
        new([32, 25, 2], [Activation.LeakyReLU, Activation.Identity], Loss.MeanSquaredError),
        new([96, 97], [Activation.Identity], Loss.MeanSquaredError),
        new([80, 19], [Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([7, 36, 64, 5], [Activation.ReLU, Activation.Sigmoid, Activation.Identity], Loss.MeanSquaredError),
        new([6, 34, 70, 2], [Activation.Tanh, Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([6, 18, 49], [Activation.Sigmoid, Activation.Identity], Loss.MeanSquaredError),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks =
        new(() => GeneratedNetworks.Compile(Specs.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    public static TheoryData<int, Precision, int> Cases => Theory.Of(
        from i in Enumerable.Range(0, Specs.Length)
        from precision in Enum.GetValues<Precision>()
        from rows in new[] { 8, 67 }
        select (i, precision, rows));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, Precision precision, int rows)
    {
        INetworkUnderTest network = Networks.Value.Create((2 * spec) + (precision == Precision.Double ? 1 : 0));
        new Agreement(network, NetworkData.Draw(network.Spec, rows, seed: 12)).Check();
    }
}
