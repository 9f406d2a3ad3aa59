using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Rows of weights that fill whole vectors only together, as many as runs of them hold and some more.</summary>
[Trait("Category", "Numeric")]
public class RowRunTests
{
    private static readonly NetworkSpec[] Specs =
    [
        new([70, 25, 3], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([64, 30, 2], [Activation.Tanh, Activation.Identity], Loss.Huber) { Bias = false },
        new([33, 100, 4], [Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([130, 17], [Activation.Identity], Loss.MeanSquaredError),
        new([59, 18], [Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([61, 50, 1], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([90, 12, 2], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([87, 20], [Activation.Identity], Loss.MeanAbsoluteError),
        new([56, 31, 2], [Activation.SiLU, Activation.Identity], Loss.MeanSquaredError),
    ];

    private static readonly BothPrecisions Networks = new(Specs);

    public static TheoryData<int, Precision> Cases => Networks.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, Precision precision)
    {
        INetworkUnderTest network = Networks.Create(spec, precision);
        new Agreement(network, NetworkData.Draw(network.Spec, 1, seed: 23)).Check();
    }
}
