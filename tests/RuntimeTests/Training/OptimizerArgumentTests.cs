using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

public class OptimizerArgumentTests
{
    private static readonly LayerInfo First = new("layers.0", 2, 3, default, "", 0, 6);
    private static readonly LayerInfo Second = new("layers.1", 3, 1, default, "", 9, 12);

    private static readonly Dictionary<string, (string Parameter, Func<double, object> Create)[]> Numbers = new()
    {
        ["not negative"] =
        [
            ("learningRate", x => new Sgd<float>(x)), ("learningRate", x => new Sgd<float>(3, x)),
            ("momentum", x => new Sgd<float>(3, 1, momentum: x)), ("dampening", x => new Sgd<float>(3, 1, 0.9, x)),
            ("weightDecay", x => new Sgd<float>(3, 1, weightDecay: x)),
            ("learningRate", x => new Adam<float>(3, x)), ("beta1", x => new Adam<float>(3, beta1: x)),
            ("beta2", x => new Adam<float>(3, beta2: x)), ("epsilon", x => new Adam<float>(3, epsilon: x)),
            ("weightDecay", x => new Adam<float>(3, weightDecay: x)),
            ("learningRate", x => new AdamW<float>(3, x)), ("beta1", x => new AdamW<float>(3, beta1: x)),
            ("beta2", x => new AdamW<float>(3, beta2: x)), ("epsilon", x => new AdamW<float>(3, epsilon: x)),
            ("weightDecay", x => new AdamW<float>(3, weightDecay: x)),
            ("learningRate", x => new NAdam<float>(3, x)), ("beta1", x => new NAdam<float>(3, beta1: x)),
            ("beta2", x => new NAdam<float>(3, beta2: x)), ("epsilon", x => new NAdam<float>(3, epsilon: x)),
            ("momentumDecay", x => new NAdam<float>(3, momentumDecay: x)),
            ("weightDecay", x => new NAdam<float>(3, weightDecay: x)),
            ("learningRate", x => new RAdam<float>(3, x)), ("beta1", x => new RAdam<float>(3, beta1: x)),
            ("beta2", x => new RAdam<float>(3, beta2: x)), ("epsilon", x => new RAdam<float>(3, epsilon: x)),
            ("weightDecay", x => new RAdam<float>(3, weightDecay: x)),
            ("learningRate", x => new Adamax<float>(3, x)), ("beta1", x => new Adamax<float>(3, beta1: x)),
            ("beta2", x => new Adamax<float>(3, beta2: x)), ("epsilon", x => new Adamax<float>(3, epsilon: x)),
            ("weightDecay", x => new Adamax<float>(3, weightDecay: x)),
            ("learningRate", x => new RmsProp<float>(3, x)), ("alpha", x => new RmsProp<float>(3, alpha: x)),
            ("epsilon", x => new RmsProp<float>(3, epsilon: x)), ("momentum", x => new RmsProp<float>(3, momentum: x)),
            ("weightDecay", x => new RmsProp<float>(3, weightDecay: x)),
            ("learningRate", x => new Adagrad<float>(3, x)),
            ("learningRateDecay", x => new Adagrad<float>(3, learningRateDecay: x)),
            ("initialAccumulator", x => new Adagrad<float>(3, initialAccumulator: x)),
            ("epsilon", x => new Adagrad<float>(3, epsilon: x)), ("weightDecay", x => new Adagrad<float>(3, weightDecay: x)),
            ("learningRate", x => new Adadelta<float>(3, x)), ("rho", x => new Adadelta<float>(3, rho: x)),
            ("epsilon", x => new Adadelta<float>(3, epsilon: x)), ("weightDecay", x => new Adadelta<float>(3, weightDecay: x)),
            ("value", x => new Adam<float>(3) { LearningRate = x }),
        ],
        ["below one"] =
        [
            ("beta1", x => new Adam<float>(3, beta1: x)), ("beta2", x => new Adam<float>(3, beta2: x)),
            ("beta1", x => new AdamW<float>(3, beta1: x)), ("beta2", x => new AdamW<float>(3, beta2: x)),
            ("beta1", x => new NAdam<float>(3, beta1: x)), ("beta2", x => new NAdam<float>(3, beta2: x)),
            ("beta1", x => new RAdam<float>(3, beta1: x)), ("beta2", x => new RAdam<float>(3, beta2: x)),
            ("beta1", x => new Adamax<float>(3, beta1: x)), ("beta2", x => new Adamax<float>(3, beta2: x)),
            ("alpha", x => new RmsProp<float>(3, alpha: x)), ("rho", x => new Adadelta<float>(3, rho: x)),
        ],
    };

    [Theory]
    [InlineData("not negative", -0.125)]
    [InlineData("not negative", double.NaN)]
    [InlineData("below one", 1)]
    public void Numbers_out_of_range_throw(string rule, double value)
    {
        foreach ((string parameter, Func<double, object> create) in Numbers[rule])
            Assert.Throws<ArgumentOutOfRangeException>(parameter, () => create(value));
    }

    [Theory]
    [MemberData(nameof(OptimizerVariants.All), MemberType = typeof(OptimizerVariants))]
    public void Negative_parameter_counts_throw(string variant) =>
        Assert.Throws<ArgumentOutOfRangeException>("parameterCount", () => OptimizerVariants.Create<float>(variant, -1));

    [Fact]
    public void Momentum_that_does_not_fit_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("dampening", () => new Sgd<float>(3, 1, 0.9, 1.125));
        Assert.Throws<ArgumentException>("nesterov", () => new Sgd<float>(3, 1, nesterov: true));
        Assert.Throws<ArgumentException>("nesterov", () => new Sgd<float>(3, 1, 0.9, 0.5, nesterov: true));
    }

    [Theory]
    [MemberData(nameof(OptimizerVariants.All), MemberType = typeof(OptimizerVariants))]
    public void Layers_that_do_not_lie_in_the_parameters_throw(string variant)
    {
        Assert.NotNull(Create(variant, 13, First, Second));
        Assert.Contains("layers.1", Throws(variant, 11, First, Second).Message, StringComparison.Ordinal);
        Assert.Contains("layers.0", Throws(variant, 13, Second, First).Message, StringComparison.Ordinal);
        Assert.Contains("layers.0", Throws(variant, 13, First with { WeightsOffset = -1 }).Message, StringComparison.Ordinal);
    }

    private static ArgumentException Throws(string variant, int count, params LayerInfo[] layers) =>
        Assert.Throws<ArgumentException>("layers", () => Create(variant, count, layers));

    private static Optimizer<float> Create(string variant, int count, params LayerInfo[] layers) =>
        OptimizerVariants.Create<float>(variant, count, weightDecay: 0.1, layers: layers);
}
