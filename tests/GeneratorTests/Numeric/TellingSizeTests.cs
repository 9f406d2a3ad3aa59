using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Sizes at which kernels change their form: below, at and above a multiple of each vector width, and large.</summary>
[Trait("Category", "Numeric")]
public class TellingSizeTests
{
    private static readonly int[] Widths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 130];

    private static readonly NetworkSpec[] Specs =
    [
        .. Widths.Select((width, i) => Square(width, Widths[(i + 5) % Widths.Length])),
        new([784, 128, 10], [Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([64, 128, 64, 10], [Activation.ReLU, Activation.Tanh, Activation.Identity], Loss.SoftmaxCrossEntropy),
        new([17, 512, 256, 3], [Activation.ReLU, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
        new([19, 1024], [Activation.Softmax], Loss.MeanSquaredError),
        new([16, 1024, 2], [Activation.Tanh, Activation.Identity], Loss.Huber) { Bias = false },
        new([4, 3, 4, 3, 4, 3, 2], [.. Enumerable.Repeat((ActivationSpec)Activation.Sigmoid, 5), Activation.Identity], Loss.MeanSquaredError),
        new([9, 8, 7, 9, 8, 7, 5], [.. Enumerable.Repeat((ActivationSpec)Activation.SiLU, 5), Activation.Identity], Loss.MeanSquaredError),
        new([16, 33, 16, 4], [.. Enumerable.Repeat((ActivationSpec)Activation.Sigmoid, 3)], Loss.BinaryCrossEntropy),
        new([5, 40, 16, 3], [.. Enumerable.Repeat((ActivationSpec)Activation.Tanh, 3)], Loss.MeanSquaredError),
        new([16, 64, 16, 13], [.. Enumerable.Repeat((ActivationSpec)Activation.ELU, 3)], Loss.MeanSquaredError),
        new([1, 1], [Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([1, 70, 1], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
        new([130, 1], [Activation.Identity], Loss.LogCosh),
        new([1, 130], [Activation.LogSoftmax], Loss.NegativeLogLikelihood),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks =
        new(() => GeneratedNetworks.Compile(Specs.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    public static TheoryData<string, Precision, int> Cases => Theory.Of(
        from i in Enumerable.Range(0, Specs.Length)
        from precision in Enum.GetValues<Precision>()
        from rows in new[] { 1, 2, 7 }
        select (string.Join(", ", Specs[i].Layers), precision, rows));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(string layers, Precision precision, int rows)
    {
        int index = Array.FindIndex(Specs, x => string.Join(", ", x.Layers) == layers);
        INetworkUnderTest network = Networks.Value.Create(2 * index + (precision == Precision.Double ? 1 : 0));
        new Agreement(network, NetworkData.Draw(network.Spec, rows, seed: 4)).Check();
    }

    private static NetworkSpec Square(int width, int next) =>
        new([width, width, next], [Activation.Tanh, Activation.SiLU], Loss.MeanSquaredError);
}
