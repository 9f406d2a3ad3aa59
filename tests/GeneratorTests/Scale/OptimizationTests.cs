using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Scale;

/// <summary>
/// The JIT gives up optimising a method with too much code, too many blocks or too many variables, and says so: with tiered
/// compilation off, every method is either optimised fully or such a one.
/// </summary>
public class OptimizationTests
{
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
        IReadOnlyList<(string Method, string Tier)> methods = JittedMethods.Of(Specs);
        Assert.All(Enumerable.Range(0, Specs.Length), i => Assert.Contains(methods, x => x.Method.Contains($"Network{i}Kernels", StringComparison.Ordinal)));
        Assert.Equal([], methods.Where(x => x.Tier != "FullOpts").Select(x => $"{x.Tier}: {x.Method}"));
    }
}
