using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>The distributions that parameters start from.</summary>
public class InitializerTests
{
    private const int Inputs = 120;
    private const int Outputs = 80;
    private const int Weights = Inputs * Outputs;

    private static readonly (Initializer Initializer, Activation Activation)[] Declared =
    [
        .. Enum.GetValues<Initializer>().SelectMany(x => new[] { (x, Activation.Tanh), (x, Activation.ReLU), (x, Activation.LeakyReLU) }),
    ];

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(
        from x in Declared
        from precision in Enum.GetValues<Precision>()
        select new NetworkSpec([Inputs, Outputs], [x.Activation], Loss.MeanSquaredError) { Initializer = x.Initializer, Precision = precision }));

    public static TheoryData<Initializer, double, Precision> Normals => Cases(
        (Initializer.HeNormal, 2.0 / Inputs), (Initializer.GlorotNormal, 2.0 / (Inputs + Outputs)), (Initializer.LeCunNormal, 1.0 / Inputs));

    public static TheoryData<Initializer, double, Precision> Uniforms => Cases(
        (Initializer.HeUniform, Math.Sqrt(6.0 / Inputs)), (Initializer.GlorotUniform, Math.Sqrt(6.0 / (Inputs + Outputs))), (Initializer.LeCunUniform, Math.Sqrt(3.0 / Inputs)));

    [Theory]
    [MemberData(nameof(Normals))]
    public void Normal_weights_have_the_variance_and_reach_of_their_distribution(Initializer initializer, double variance, Precision precision)
    {
        double[] weights = Create(initializer, Activation.Tanh, precision)[..Weights];
        Assert.InRange(weights.Average(), -0.05 * Math.Sqrt(variance), 0.05 * Math.Sqrt(variance));
        Assert.InRange(weights.Average(x => x * x), 0.93 * variance, 1.07 * variance);
        Assert.InRange(weights.Max(Math.Abs), 1.9 * Math.Sqrt(variance), 6 * Math.Sqrt(variance));
    }

    [Theory]
    [MemberData(nameof(Uniforms))]
    public void Uniform_weights_fill_their_range(Initializer initializer, double limit, Precision precision)
    {
        double[] weights = Create(initializer, Activation.Tanh, precision)[..Weights];
        Assert.InRange(weights.Max(), 0.99 * limit, limit * (1 + 1e-6));
        Assert.InRange(weights.Min(), -limit * (1 + 1e-6), -0.99 * limit);
        Assert.InRange(weights.Average(x => x * x), 0.95 * limit * limit / 3, 1.05 * limit * limit / 3);
    }

    [Fact]
    public void Biases_start_at_0()
    {
        foreach ((Initializer initializer, Activation activation) in Declared)
        {
            Assert.All(Create(initializer, activation, Precision.Single)[Weights..], b => Assert.Equal(0, b));
        }
    }

    [Fact]
    public void Zeros_sets_all_parameters_to_0() =>
        Assert.All(Create(Initializer.Zeros, Activation.Tanh, Precision.Double), x => Assert.Equal(0, x));

    [Theory]
    [InlineData(Activation.ReLU, Initializer.HeNormal)]
    [InlineData(Activation.LeakyReLU, Initializer.HeNormal)]
    [InlineData(Activation.Tanh, Initializer.GlorotUniform)]
    public void Auto_follows_the_activation(Activation activation, Initializer chosen) =>
        Assert.Equal(Create(chosen, activation, Precision.Single), Create(Initializer.Auto, activation, Precision.Single));

    private static double[] Create(Initializer initializer, Activation activation, Precision precision) =>
        Networks.Value.Create(2 * Array.IndexOf(Declared, (initializer, activation)) + (int)precision, seed: 1).Parameters;

    private static TheoryData<Initializer, double, Precision> Cases(params (Initializer Initializer, double Number)[] cases) => Theory.Of(
        from x in cases
        from precision in Enum.GetValues<Precision>()
        select (x.Initializer, x.Number, precision));
}
