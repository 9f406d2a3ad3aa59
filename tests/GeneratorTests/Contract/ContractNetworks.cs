using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>Networks of every kind that the promises are checked on: tiny and large, with labels, without biases, with an own loss.</summary>
internal static class ContractNetworks
{
    private static readonly Dictionary<string, NetworkSpec> Specs = new()
    {
        ["circles"] = new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        ["scalar"] = new([1, 1], [Activation.Tanh], Loss.MeanSquaredError),
        ["bottleneck"] = new([1, 70, 1], [Activation.GELU, Activation.Identity], Loss.Huber),
        ["classifier"] = new([64, 128, 64, 10], [Activation.ReLU, Activation.SiLU, Activation.Identity], Loss.SoftmaxCrossEntropy),
        ["probabilities"] = new([20, 33, 5], [Activation.Mish, Activation.Softmax], Loss.CategoricalCrossEntropy),
        ["without biases"] = new([7, 9, 4], [Activation.Tanh, Activation.LogSoftmax], Loss.NegativeLogLikelihood) { Bias = false },
        ["margins"] = new([5, 16, 3], [Activation.LeakyReLU, Activation.Identity], Loss.MulticlassHinge),
        ["hidden softmax"] = new([6, 17, 8], [Activation.Softmax, Activation.Softplus], Loss.CosineDistance),
        ["large gradient"] = new([67, 144, 9], [Activation.Tanh, Activation.Softmax], Loss.CategoricalCrossEntropy),
        ["own loss"] = new([4, 8], [Activation.Identity], OwnOperators.RangewiseMeanAbsoluteError),
        ["digits"] = new([784, 128, 10], [Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy),
    };

    private static readonly Lazy<GeneratedNetworks> Networks =
        new(() => GeneratedNetworks.Compile(Specs.Values.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    public static TheoryData<string, Precision> All => Named(_ => true);

    /// <summary>Networks in which a length that is off by one is no whole number of rows.</summary>
    public static TheoryData<string, Precision> WithSeveralInputsAndOutputs => Named(x => x.InputSize > 1 && x.OutputSize > 1);

    public static TheoryData<string, Precision> WithLabels => Named(x => x.Loss.TakesLabels);

    public static INetworkUnderTest Create(string name, Precision precision, int seed = 0)
    {
        int index = Specs.Keys.ToList().IndexOf(name);
        return Networks.Value.Create(2 * index + (precision == Precision.Double ? 1 : 0), seed);
    }

    private static TheoryData<string, Precision> Named(Func<NetworkSpec, bool> filter) => Theory.Of(
        from spec in Specs
        where filter(spec.Value)
        from precision in Enum.GetValues<Precision>()
        select (spec.Key, precision));
}
