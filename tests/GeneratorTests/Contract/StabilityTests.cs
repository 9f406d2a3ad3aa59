using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>No overflow to infinity or NaN where the true value is finite.</summary>
[Trait("Category", "Numeric")]
public class StabilityTests
{
    private const double Extreme = 1e4;

    private static readonly Activation[] Activations = Enum.GetValues<Activation>();

    private static readonly NetworkSpec[] LossSpecs =
    [
        new([3, 3], [Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([3, 3], [Activation.Identity], Loss.SoftmaxCrossEntropy),
        new([3, 3], [Activation.LogSoftmax], Loss.NegativeLogLikelihood),
        new([3, 3], [Activation.Sigmoid], Loss.BinaryCrossEntropy) { Reduction = LossReduction.SumOverOutputs },
        new([3, 3], [Activation.Identity], Loss.BinaryCrossEntropyWithLogits) { Reduction = LossReduction.SumOverOutputs },
        new([3, 3], [Activation.Identity], Loss.LogCosh) { Reduction = LossReduction.SumOverOutputs },
    ];

    private static readonly Lazy<GeneratedNetworks> ByActivation = new(() => GeneratedNetworks.Compile(
        Activations.SelectMany(x => BothPrecisions(new([8, 8], [x], Loss.MeanSquaredError)))));

    private static readonly Lazy<GeneratedNetworks> ByLoss = new(() => GeneratedNetworks.Compile(LossSpecs.SelectMany(BothPrecisions)));

    public static TheoryData<Activation, Precision> ActivationCases =>
        Theory.Of(from x in Activations from precision in Enum.GetValues<Precision>() select (x, precision));

    public static TheoryData<Loss, Precision> ClassLosses => Theory.Of(
        from x in new[] { Loss.CategoricalCrossEntropy, Loss.SoftmaxCrossEntropy, Loss.NegativeLogLikelihood }
        from precision in Enum.GetValues<Precision>()
        select (x, precision));

    public static TheoryData<Loss, Precision> BinaryLosses => Theory.Of(
        from x in new[] { Loss.BinaryCrossEntropy, Loss.BinaryCrossEntropyWithLogits }
        from precision in Enum.GetValues<Precision>()
        select (x, precision));

    [Theory]
    [MemberData(nameof(ActivationCases))]
    public void Extreme_pre_activations_have_finite_values_and_derivatives(Activation activation, Precision precision)
    {
        INetworkUnderTest network = ByActivation.Value.Create(2 * Array.IndexOf(Activations, activation) + (int)precision);
        double[] z = [-Extreme, -400, -100, -30, 30, 100, 400, Extreme], ones = [.. z.Select(_ => 1.0)];
        double[] parameters = IdentityWeights(network);
        ReferenceNetwork reference = new(network.Spec, parameters);
        CheckPoints(network, "value", z, reference.Forward(z), network.Forward(z));
        (_, double[] derivatives) = network.VectorJacobianProduct(z, ones);
        CheckPoints(network, "derivative", z, reference.VectorJacobianProduct(z, ones).Inputs, derivatives);
    }

    [Theory]
    [MemberData(nameof(ClassLosses))]
    public void Extreme_logits_over_classes_have_a_finite_loss_and_gradient(Loss loss, Precision precision)
    {
        INetworkUnderTest network = WithLoss(loss, precision);
        double[] logits = [Extreme, -Extreme, 0];
        (double right, double[] rightGradient) = network.Backward(logits, [0]);
        (double wrong, double[] wrongGradient) = network.Backward(logits, [1]);
        Assert.Equal(0, right);
        Assert.Equal(2 * Extreme, wrong);
        Assert.Equal([0, 0, 0], rightGradient[^3..]);
        Assert.Equal([1, -1, 0], wrongGradient[^3..]);
        Assert.Equal(2 * Extreme, network.Evaluate(logits, [0.0, 1, 0]));
    }

    [Theory]
    [MemberData(nameof(BinaryLosses))]
    public void Extreme_logits_of_probabilities_have_a_finite_loss_and_gradient(Loss loss, Precision precision)
    {
        INetworkUnderTest network = WithLoss(loss, precision);
        (double value, double[] gradient) = network.Backward([Extreme, -Extreme, 0], [0.0, 1, 1]);
        Close.Assert(network.Declaration, "loss", 2 * Extreme + Math.Log(2), value, Tolerance.Of(precision));
        Assert.Equal([1, -1, -0.5], gradient[^3..]);
        (value, gradient) = network.Backward([Extreme, -Extreme, 0], [1.0, 0, 0]);
        Close.Assert(network.Declaration, "loss", Math.Log(2), value, Tolerance.Of(precision));
        Assert.Equal([0, 0, 0.5], gradient[^3..]);
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void LogCosh_grows_linearly_without_overflow(Precision precision)
    {
        INetworkUnderTest network = WithLoss(Loss.LogCosh, precision);
        (double value, double[] gradient) = network.Backward([Extreme, -Extreme, 1000], [0.0, 0, 0]);
        Close.Assert(network.Declaration, "loss", 2 * Extreme + 1000 - 3 * Math.Log(2), value, Tolerance.Of(precision));
        Assert.Equal([1, -1, 1], gradient[^3..]);
    }

    /// <summary>Point by point, since an extreme value must not hide its neighbours.</summary>
    private static void CheckPoints(INetworkUnderTest network, string tensor, double[] z, double[] expected, double[] actual)
    {
        Assert.All(expected, x => Assert.True(double.IsFinite(x)));
        for (int i = 0; i < z.Length; i++)
        {
            Close.Assert(network.Declaration, FormattableString.Invariant($"{tensor} at {z[i]}"), expected[i], actual[i], Tolerance.Of(network.Spec.Precision));
        }
    }

    private static INetworkUnderTest WithLoss(Loss loss, Precision precision)
    {
        INetworkUnderTest network = ByLoss.Value.Create(2 * Array.FindIndex(LossSpecs, x => x.Loss.BuiltIn == loss) + (int)precision);
        IdentityWeights(network);
        return network;
    }

    private static double[] IdentityWeights(INetworkUnderTest network)
    {
        int width = network.Spec.InputSize;
        return network.Parameters = [.. Enumerable.Range(0, width).SelectMany(i => ReferenceNetwork.OneHot(i, width)), .. new double[width]];
    }

    private static NetworkSpec[] BothPrecisions(NetworkSpec spec) => [spec, spec.As(Precision.Double)];
}
