using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Networks so small that vectors hold all values of a row, of every width; vectors that are full and that are not.</summary>
[Trait("Category", "Numeric")]
public class HeldStepTests
{
    private static readonly ActivationSpec[] Hidden = [Activation.ReLU, Activation.Tanh, Activation.Sigmoid, Activation.LeakyReLU, Activation.ELU, Activation.Identity];

    private static readonly (Activation Activation, Loss Loss)[] Last =
    [
        (Activation.Identity, Loss.MeanSquaredError),
        (Activation.Sigmoid, Loss.BinaryCrossEntropy),
        (Activation.Sigmoid, Loss.MeanSquaredError),
        (Activation.Tanh, Loss.Huber),
        (Activation.Softmax, Loss.CategoricalCrossEntropy),
    ];

    private static readonly NetworkSpec[] Specs =
    [
        .. from first in Enumerable.Range(2, 7)
           from second in Enumerable.Range(2, 7)
           let number = (7 * first) + second
           let last = Last[number % Last.Length]
           select new NetworkSpec(
               [1 + (number % 4), first, second, last.Activation == Activation.Softmax ? 2 + (number % 6) : 1 + (number % 2)],
               [Hidden[number % Hidden.Length], Hidden[number / 2 % Hidden.Length], last.Activation],
               last.Loss)
           { Bias = number % 5 != 0 },
        .. from inputs in new[] { 1, 2, 3, 5, 8, 16 }
           from hidden in new[] { 2, 4, 7 }
           select new NetworkSpec([inputs, hidden, 1], [Hidden[inputs % Hidden.Length], Activation.Sigmoid], Loss.BinaryCrossEntropy) { Bias = hidden != 7 },
        new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([1, 8, 8, 1], [Activation.Tanh, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
        new([2, 3, 1], [Activation.GELU, Activation.SiLU], Loss.MeanSquaredError),
        new([2, 3, 1], [Activation.Tanh, Activation.SiLU], Loss.LogCosh),
        new([2, 3, 3, 1], [Activation.Softmax, Activation.Tanh, Activation.Identity], Loss.MeanAbsoluteError),
        new([4, 8, 3], [Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks =
        new(() => GeneratedNetworks.Compile(Specs.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    public static TheoryData<int, Precision, int> Cases => Theory.Of(
        from i in Enumerable.Range(0, Specs.Length)
        from precision in Enum.GetValues<Precision>()
        from rows in new[] { 1, 3 }
        select (i, precision, rows));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int spec, Precision precision, int rows)
    {
        INetworkUnderTest network = Networks.Value.Create((2 * spec) + (precision == Precision.Double ? 1 : 0));
        new Agreement(network, NetworkData.Draw(network.Spec, rows, seed: 13)).Check();
    }
}
