using System.Numerics;
using NetGen.CompilerServices;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Tiny networks, whose batches are computed with one sample per lane: below, at and above tiles and blocks.</summary>
[Trait("Category", "Numeric")]
public class LaneNetworkTests
{
    /// <summary>Rows that are drawn; longer batches repeat them, each time in other lanes.</summary>
    private const int DistinctRows = 13;

    private static readonly NetworkSpec[] Specs =
    [
        new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([3, 4, 1], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([1, 8, 8, 1], [Activation.Tanh, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError),
        new([1, 1], [Activation.Identity], Loss.MeanSquaredError) { Bias = false },
        new([4, 5, 3], [Activation.LeakyReLU, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([5, 7, 4], [Activation.GELU, Activation.LogSoftmax], Loss.KullbackLeiblerDivergence),
        new([7, 5, 2], [Activation.ELU, Activation.Softmax], Loss.CategoricalCrossEntropy) { Bias = false },
        new([16, 5, 3], [Activation.HardSwish, Activation.Identity], Loss.MulticlassHinge),
        new([2, 16, 2], [Activation.SiLU, Activation.Tanh], Loss.Huber),
        new([6, 3, 6], [Activation.Identity, Activation.Softsign], Loss.CosineDistance),
        new([2, 3, 2, 3, 2], [Activation.ReLU, Activation.HardTanh, Activation.Mish, Activation.Softplus], Loss.PoissonNegativeLogLikelihood),
        new([3, 3, 3], [Activation.ReLU, Activation.Softmax], Loss.MeanSquaredError) { ReLUGradientAtZero = 0.5 },
        new([2, 3, 2], [Activation.Softmax, Activation.Identity], Loss.MeanSquaredError),
        new([4, 8], [Activation.Identity], OwnOperators.RangewiseMeanAbsoluteError),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks =
        new(() => GeneratedNetworks.Compile(Specs.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    public static TheoryData<int, Precision> Cases => Theory.Of(
        from spec in Enumerable.Range(0, Specs.Length)
        from precision in Enum.GetValues<Precision>()
        select (spec, precision));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter_for_any_number_of_rows(int spec, Precision precision)
    {
        INetworkUnderTest network = Networks.Value.Create(2 * spec + (precision == Precision.Double ? 1 : 0));
        NetworkData drawn = NetworkData.Draw(network.Spec, DistinctRows, seed: 12);
        foreach (int rows in new[] { 1, 3, 4, 8, 15, 16, 17, 33, 64, 65, 100, 256, 257, 300 })
        {
            Poison<float>(float.NaN);
            Poison<double>(double.NaN);
            new Agreement(network, Repeat(drawn, network.Spec, rows)).Check();
        }
    }

    /// <summary>What a padding lane holds must not reach a result, even where a weight is infinite.</summary>
    [Fact]
    public void A_dead_unit_of_infinite_weight_leaves_the_others_alone()
    {
        INetworkUnderTest network = Networks.Value.Create(0);
        NetworkData data = Repeat(NetworkData.Draw(network.Spec, DistinctRows, seed: 13), network.Spec, 17);
        double[] parameters = [.. data.Parameters];
        parameters[0] = double.NegativeInfinity;
        network.Parameters = parameters;
        double[] inputs = [.. data.Inputs.Select(Math.Abs).Select(x => x + 0.25)];
        (double loss, double[] gradient) = network.Backward(inputs, data.Targets);
        Assert.True(double.IsFinite(loss), "the loss is not finite");
        Assert.All(gradient, x => Assert.True(double.IsFinite(x), "a gradient is not finite"));
    }

    /// <summary>Fills the memory that the networks take their scratch from.</summary>
    private static void Poison<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using Scratch<T> scratch = Scratch<T>.Rent(1 << 16);
        scratch.Span.Fill(value);
    }

    private static NetworkData Repeat(NetworkData data, NetworkSpec spec, int rows) => data with
    {
        Inputs = Repeat(data.Inputs, spec.InputSize, rows),
        Targets = Repeat(data.Targets, spec.OutputSize, rows),
        Labels = data.Labels is { } labels ? Repeat(labels, 1, rows) : null,
        OutputGradients = Repeat(data.OutputGradients, spec.OutputSize, rows),
    };

    private static T[] Repeat<T>(T[] values, int columns, int rows) =>
        [.. Enumerable.Range(0, rows * columns).Select(i => values[i % (DistinctRows * columns)])];
}
