using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>
/// Layers whose gradients of a row are one to five whole vectors of 256 bits, up to four of which stay in registers while the weights are
/// stepped; rows of weights that are a multiple of four, and others.
/// </summary>
[Trait("Category", "Numeric")]
public class HeldGradientTests
{
    private static readonly NetworkSpec[] Specs =
    [
        new([4, 16, 24, 32, 5], [Activation.ReLU, Activation.Tanh, Activation.Sigmoid, Activation.Identity], Loss.MeanSquaredError),
        new([8, 40, 16, 24, 2], [Activation.LeakyReLU, Activation.ReLU, Activation.SiLU, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([12, 32, 24, 16], [Activation.Tanh, Activation.ReLU, Activation.Identity], Loss.Huber) { Bias = false },
        new([6, 16, 18, 16, 1], [Activation.Sigmoid, Activation.ReLU, Activation.Tanh, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([20, 12, 20, 8], [Activation.ReLU, Activation.ELU, Activation.Softmax], Loss.CategoricalCrossEntropy),
    ];

    private static readonly BothPrecisions Networks = new(Specs);

    public static TheoryData<int, Precision> Cases => Networks.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, Precision precision)
    {
        INetworkUnderTest network = Networks.Create(spec, precision);
        new Agreement(network, NetworkData.Draw(network.Spec, 1, seed: 22)).Check();
    }
}
