using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Layers with few outputs, of whose weights a vector holds several rows; with rows left over and without.</summary>
[Trait("Category", "Numeric")]
public class NarrowLayerTests
{
    private static readonly int[] Inputs = [21, 38, 64, 147];

    private static readonly int[] Outputs = [2, 3, 4, 5, 6, 7, 8];

    private static readonly NetworkSpec[] Specs =
    [
        .. from inputs in Inputs
           from outputs in Outputs
           select new NetworkSpec([5, inputs, outputs], [Activation.Tanh, Last(outputs)], Loss.MeanSquaredError) { Bias = inputs % 2 == 0 },
        new([40, 2], [Activation.Identity], Loss.MeanSquaredError),
        new([71, 3], [Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([3, 64], [Activation.SiLU], Loss.MeanSquaredError),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks =
        new(() => GeneratedNetworks.Compile(Specs.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    public static TheoryData<int, Precision, int> Cases => Theory.Of(
        from i in Enumerable.Range(0, Specs.Length)
        from precision in Enum.GetValues<Precision>()
        from rows in new[] { 1, 8, 67 }
        select (i, precision, rows));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, Precision precision, int rows)
    {
        INetworkUnderTest network = Networks.Value.Create((2 * spec) + (precision == Precision.Double ? 1 : 0));
        new Agreement(network, NetworkData.Draw(network.Spec, rows, seed: 11)).Check();
    }

    private static ActivationSpec Last(int outputs) => outputs % 2 == 0 ? Activation.Sigmoid : Activation.Softmax;
}
