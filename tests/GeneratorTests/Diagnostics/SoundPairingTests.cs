extern alias Generator;

using Generator::NetGen.Generator.Frontend;
using Generator::NetGen.Generator.Graph;
using NetGen.GeneratorTests.Reference;
using static NetGen.GeneratorTests.Diagnostics.AnalyzerVerifier;
using Declared = Generator::NetGen.Generator.Model;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>The table of ranges behind the warnings, and pairings that must not be warned of.</summary>
public class SoundPairingTests
{
    [Fact]
    public void Ranges_of_activations_hold_the_values_of_the_reference()
    {
        double[] points = [-1e4, -700, -40, -3, -1, -0.5, -1e-3, 0, 1e-3, 0.5, 1, 3, 40, 700, 1e4];
        foreach (Activation activation in Enum.GetValues<Activation>().Except([Activation.Softmax, Activation.LogSoftmax]))
        {
            double[] values = ScalarActivations.Of(activation, new NetworkSpec([1, 1], [], null!)).Value(points);
            OutputRange range = RangeOf(activation);
            Assert.True(values.All(x => IsIn(x, range)), $"{activation} leaves {range}");
            Assert.True(range != OutputRange.BothSigns || (values.Min() < 0 && values.Max() > 0), $"{activation} does not have {range}");
        }
    }

    [Fact]
    public void Cross_entropies_take_what_the_reference_defines_them_for()
    {
        foreach (Loss loss in new[] { Loss.BinaryCrossEntropy, Loss.CategoricalCrossEntropy })
        {
            Assert.All(Enum.GetValues<Activation>(), activation => Assert.Equal(Pairings.IsDefined(activation, loss), IsSound(activation, loss)));
        }
    }

    [Fact]
    public void Losses_of_differences_take_every_activation()
    {
        Loss[] losses = [Loss.MeanSquaredError, Loss.MeanAbsoluteError, Loss.Huber, Loss.LogCosh, Loss.CosineDistance, Loss.MulticlassHinge];
        Assert.All(Enum.GetValues<Activation>(), activation => Assert.All(losses, loss => Assert.True(IsSound(activation, loss))));
    }

    [Fact]
    public void Every_loss_takes_some_activation() =>
        Assert.All(Enum.GetValues<Loss>(), loss => Assert.Contains(Enum.GetValues<Activation>(), activation => IsSound(activation, loss)));

    [Theory]
    [InlineData("[2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy")]
    [InlineData("[2, 1], [Activation.Identity], Loss.BinaryCrossEntropyWithLogits")]
    [InlineData("[2, 3], [Activation.Tanh], Loss.BinaryCrossEntropyWithLogits")]
    [InlineData("[2, 3], [Activation.Softmax], Loss.CategoricalCrossEntropy")]
    [InlineData("[2, 3], [Activation.Sigmoid], Loss.CategoricalCrossEntropy")]
    [InlineData("[2, 3], [Activation.Identity], Loss.SoftmaxCrossEntropy")]
    [InlineData("[2, 3], [Activation.ReLU], Loss.SoftmaxCrossEntropy")]
    [InlineData("[2, 3], [Activation.LogSoftmax], Loss.SoftmaxCrossEntropy")]
    [InlineData("[2, 3], [Activation.LogSoftmax], Loss.NegativeLogLikelihood")]
    [InlineData("[2, 3], [Activation.LogSoftmax], Loss.KullbackLeiblerDivergence")]
    [InlineData("[2, 3], [Activation.Tanh], Loss.BinaryHinge")]
    [InlineData("[2, 3], [Activation.Softplus], Loss.PoissonNegativeLogLikelihood")]
    [InlineData("[2, 3], [Activation.Identity], Loss.MulticlassHinge")]
    [InlineData("[2, 1, 1], [Activation.Sigmoid, Activation.Identity], Loss.MeanSquaredError")]
    [InlineData("[2, 3], [Activation.LeakyReLU], Loss.BinaryHinge, LeakyReLUSlope = 0.2")]
    public Task A_pairing_that_trains_is_fine(string arguments) => ReportsNothing($"[Network({arguments})] public partial class Net;");

    /// <summary>Nothing is known of the values of an operator of the user's own.</summary>
    [Fact]
    public Task Own_operators_are_fine() => ReportsNothing(
        """
        public readonly struct Own : IActivation<float>
        {
            public static TVector Invoke<TVector, TSimd>(TVector z) where TVector : struct where TSimd : struct, ISimd<TVector, float> => z;
            public static TVector Derivative<TVector, TSimd>(TVector z, TVector a) where TVector : struct where TSimd : struct, ISimd<TVector, float> => z;
        }

        public readonly struct OwnLoss : ILoss<float>
        {
            public static float Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets) => outputs[0] - targets[0];
            public static float Differentiate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient) => gradient[0] = 1;
        }

        [Network([2, 4, 1], [typeof(Own), typeof(Own)], Loss.BinaryCrossEntropy)] public partial class A;
        [Network([2, 4, 3], [typeof(Own), typeof(Own)], Loss.NegativeLogLikelihood)] public partial class B;
        [Network<OwnLoss>([2, 4, 1], [Activation.Tanh, Activation.Identity])] public partial class C;
        """);

    private static bool IsSound(Activation activation, Loss loss) =>
        LossFit.Problem(Spec(activation), RangeOf(activation), new Declared.LossSpec((Generator::NetGen.Loss)loss)) is null;

    private static OutputRange RangeOf(Activation activation) => OutputRanges.Of(Spec(activation), new Declared.NetworkOptions());

    private static Declared.ActivationSpec Spec(Activation activation) => new((Generator::NetGen.Activation)activation);

    /// <summary>In double precision the sigmoid and softplus reach the ends of their ranges.</summary>
    private static bool IsIn(double value, OutputRange range) => range switch
    {
        OutputRange.Probability or OutputRange.UnitInterval => value is >= 0 and <= 1,
        OutputRange.Positive or OutputRange.NonNegative => value >= 0,
        OutputRange.Negative => value <= 0,
        _ => true,
    };
}
