using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Scale;

/// <summary>
/// The JIT gives up optimising a method with too much code, too many blocks or too many variables, and says so: with tiered
/// compilation off, every method is either optimised fully or such a one.
/// </summary>
public class OptimizationTests
{
    /// <summary>What the names of the operations on vectors start with.</summary>
    private const string Operation = "NetGen.Simd";

    private static readonly NetworkSpec[] Specs =
    [
        new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([64, 48, 10], [Activation.GELU, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([300, 1, 200], [Activation.Mish, Activation.LogSoftmax], Loss.NegativeLogLikelihood) { Precision = Precision.Double },
        new([1024, 700, 10], [Activation.SiLU, Activation.Identity], Loss.SoftmaxCrossEntropy),
        new([.. Enumerable.Repeat(8, 61)], [.. Enumerable.Repeat((ActivationSpec)Activation.Tanh, 60)], Loss.MeanSquaredError),
    ];

    [Fact]
    public void Every_generated_method_is_fully_optimised()
    {
        List<(string Method, string Tier)> methods = [.. JittedMethods.Of(Specs).Where(x => x.Method.Contains("Network", StringComparison.Ordinal))];
        Assert.All(Enumerable.Range(0, Specs.Length), i => Assert.Contains(methods, x => x.Method.Contains($"Network{i}Kernels", StringComparison.Ordinal)));
        Assert.Equal([], methods.Where(x => x.Tier != "FullOpts").Select(x => $"{x.Tier}: {x.Method}"));
    }

    /// <summary>The JIT stops inlining into a method of 512 variables; an operation on vectors then is a call, ten times as slow.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_operation_on_vectors_is_inlined(bool hasWideVectors)
    {
        IEnumerable<NetworkSpec> deep = new[] { Activation.Sigmoid, Activation.Tanh, Activation.GELU, Activation.Softplus, Activation.Mish }
            .SelectMany(activation => new[] { 2, 8 }.SelectMany(layers => new[] { Precision.Single, Precision.Double }.Select(precision => Deep(activation, layers, precision))));
        IEnumerable<string> methods = JittedMethods.Of([.. Specs, .. deep], hasWideVectors).Select(x => x.Method);
        string[] calls = [.. methods.Where(method => method.StartsWith(Operation, StringComparison.Ordinal)).Distinct().Order()];
        Assert.True(calls.Length == 0, string.Join("\n", calls));
    }

    private static NetworkSpec Deep(Activation activation, int layers, Precision precision) =>
        new([.. Enumerable.Repeat(precision == Precision.Single ? 16 : 8, layers + 1)], [.. Enumerable.Repeat((ActivationSpec)activation, layers)], Loss.MeanSquaredError)
        {
            Precision = precision,
        };
}
