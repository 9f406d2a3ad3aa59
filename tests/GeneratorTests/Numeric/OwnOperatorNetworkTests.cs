using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Activations and losses of the user's own, in hidden layers and at the end, beside built-in ones.</summary>
[Trait("Category", "Numeric")]
public class OwnOperatorNetworkTests
{
    /// <summary>ln cosh z: its derivative needs the pre-activation only.</summary>
    private static readonly OwnActivation LogCosh = OwnActivations.Scalar(
        "LogCosh",
        "TSimd.Subtract(TSimd.Add(TSimd.Abs(z), TSimd.Log1p(TSimd.Exp(TSimd.Multiply(TSimd.Create(-2.0), TSimd.Abs(z))))), TSimd.Create(0.6931471805599453))",
        "TSimd.Tanh(z)",
        SpecialFunctions.LogCosh,
        Math.Tanh);

    /// <summary>z / √(1 + z²): its derivative (1 − a²)^(3/2) is written over the output.</summary>
    private static readonly OwnActivation InverseSquareRoot = OwnActivations.Scalar(
        "InverseSquareRoot",
        "TSimd.Divide(z, TSimd.Sqrt(TSimd.MultiplyAdd(z, z, TSimd.Create(1.0))))",
        "TSimd.Multiply(TSimd.Subtract(TSimd.Create(1.0), TSimd.Multiply(a, a)), TSimd.Sqrt(TSimd.Subtract(TSimd.Create(1.0), TSimd.Multiply(a, a))))",
        z => z / Math.Sqrt(1 + z * z),
        z => Math.Pow(1 + z * z, -1.5));

    private static readonly NetworkSpec[] Specs =
    [
        new([5, 33, 4], [LogCosh, Activation.Identity], Loss.MeanSquaredError),
        new([3, 17, 18, 2], [InverseSquareRoot, Activation.Tanh, LogCosh], Loss.Huber),
        new([6, 9, 5], [InverseSquareRoot, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([4, 8], [LogCosh], OwnOperators.RangewiseMeanAbsoluteError),
        new([4, 20, 7], [Activation.GELU, InverseSquareRoot], OwnOperators.RangewiseMeanAbsoluteError) { Bias = false },
        new([9, 12], [Activation.Softplus], OwnOperators.PoissonOfRate),
        new([2, 3], [Activation.Sigmoid], OwnOperators.PoissonOfRate) { Reduction = LossReduction.SumOverOutputs },
        new([7, 11, 5], [LogCosh, Activation.Softmax], OwnOperators.BrierScore),
        new([1, 1], [InverseSquareRoot], Loss.LogCosh),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(Specs.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    public static TheoryData<int, Precision> Cases => Theory.Of(
        from i in Enumerable.Range(0, Specs.Length)
        from precision in Enum.GetValues<Precision>()
        select (i, precision));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(int index, Precision precision)
    {
        INetworkUnderTest network = Networks.Value.Create(2 * index + (int)precision);
        Assert.Equal(network.Spec.Loss.TakesLabels, network.TakesLabels);
        foreach (int rows in new[] { 1, 5, 70 })
        {
            new Agreement(network, Positive(NetworkData.Draw(network.Spec, rows, seed: 15))).Check();
        }
    }

    /// <summary>Targets that also suit a loss over rates and over runs.</summary>
    private static NetworkData Positive(NetworkData data) => data.Labels is null
        ? data with { Targets = [.. data.Targets.Select(t => Math.Round(Math.Abs(t)) + 0.0625)] }
        : data;
}
