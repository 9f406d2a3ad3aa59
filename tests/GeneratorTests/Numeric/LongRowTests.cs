using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Rows of weights longer than a panel, whole vectors or not, which a single row takes in their order.</summary>
[Trait("Category", "Numeric")]
public class LongRowTests
{
    private static readonly NetworkSpec[] Specs =
    [
        new([16, 272, 3], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([17, 273, 2], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([33, 384, 5], [Activation.Tanh, Activation.Identity], Loss.Huber) { Bias = false },
        new([18, 512], [Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([21, 512, 2], [Activation.Sigmoid, Activation.Identity], Loss.MeanSquaredError),
        new([19, 768], [Activation.Identity], Loss.MeanSquaredError),
        new([20, 784, 1], [Activation.SiLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([15, 512], [Activation.ReLU], Loss.MeanSquaredError),
        new([18, 500, 3], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([17, 391], [Activation.Identity], Loss.MeanSquaredError),
        new([3, 19, 143, 2], [Activation.ReLU, Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([2, 18, 300, 1], [Activation.Tanh, Activation.LeakyReLU, Activation.Identity], Loss.Huber),
        new([2, 17, 512], [Activation.Identity, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([2, 21, 505], [Activation.Sigmoid, Activation.Identity], Loss.MeanSquaredError) { Bias = false },
    ];

    private static readonly BothPrecisions Networks = new(Specs);

    public static TheoryData<int, Precision> Cases => Networks.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, Precision precision)
    {
        INetworkUnderTest network = Networks.Create(spec, precision);
        new Agreement(network, NetworkData.Draw(network.Spec, 1, seed: 21)).Check();
    }
}
