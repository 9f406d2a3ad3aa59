using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Networks whose weights leave the nearest cache, so that a step of a single row goes over them backwards; with rows left over.</summary>
[Trait("Category", "Numeric")]
public class ReversedPassTests
{
    private static readonly NetworkSpec[] Specs =
    [
        new([70, 130, 9], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([101, 99, 17, 3], [Activation.Tanh, Activation.Sigmoid, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([33, 300, 5], [Activation.LeakyReLU, Activation.Identity], Loss.Huber) { Bias = false },
        new([64, 64, 64, 64], [Activation.ReLU, Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([3, 90, 95, 1], [Activation.SiLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([203, 41], [Activation.Identity], Loss.MeanSquaredError),
    ];

    private static readonly BothPrecisions Networks = new(Specs);

    public static TheoryData<int, Precision> Cases => Networks.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, Precision precision)
    {
        INetworkUnderTest network = Networks.Create(spec, precision);
        new Agreement(network, NetworkData.Draw(network.Spec, 1, seed: 14)).Check();
    }
}
