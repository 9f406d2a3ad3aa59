using NetGen.Initialization;

namespace NetGen.RuntimeTests.Initialization;

[Trait("Category", "Numeric")]
public class InitializersTests
{
    private static readonly LayerInfo[] Layers =
    [
        new("layers.0", 200, 100, Activation.ReLU, "ReLU", 0, 20_000),
        new("layers.1", 100, 300, Activation.Tanh, "Tanh", 20_100, 50_100),
    ];

    private const int ParameterCount = 50_400;

    [Fact]
    public void A_seed_gives_these_bits_on_every_machine()
    {
        LayerInfo[] layers = [new("layers.0", 2, 2, Activation.ReLU, "ReLU", 0, 4), new("layers.1", 2, 1, Activation.Sigmoid, "Sigmoid", 6, 8)];
        double[] parameters = new double[9];
        Initializers.Initialize<double>(parameters, layers, Initializer.Auto, 42);
        Assert.Equal(
            [
                "BFE73D2FEB0FB377",
                "BFCB088028693F9C",
                "3FCC5E21F7812A4C",
                "3FE0BA8BB0C5FA51",
                "0000000000000000",
                "0000000000000000",
                "3FF641AA476427B9",
                "3FE869FDCE19DD3E",
                "0000000000000000",
            ],
            parameters.Select(x => BitConverter.DoubleToInt64Bits(x).ToString("X16")));
    }

    [Fact]
    public void Single_precision_is_double_precision_rounded()
    {
        double[] expected = Draw<double>(Initializer.HeNormal, 7);
        float[] found = Draw<float>(Initializer.HeNormal, 7);
        Assert.Equal(expected.Select(x => (float)x), found);
    }

    [Fact]
    public void Seeds_differ()
    {
        Assert.NotEqual(Draw<float>(Initializer.Auto, 1), Draw<float>(Initializer.Auto, 2));
        Assert.NotEqual(Draw<float>(Initializer.Auto, 0), Draw<float>(Initializer.Auto, -1));
    }

    [Theory]
    [InlineData(Initializer.HeNormal, 2.0 / 200, 2.0 / 100)]
    [InlineData(Initializer.HeUniform, 2.0 / 200, 2.0 / 100)]
    [InlineData(Initializer.GlorotNormal, 2.0 / 300, 2.0 / 400)]
    [InlineData(Initializer.GlorotUniform, 2.0 / 300, 2.0 / 400)]
    [InlineData(Initializer.LeCunNormal, 1.0 / 200, 1.0 / 100)]
    [InlineData(Initializer.LeCunUniform, 1.0 / 200, 1.0 / 100)]
    [InlineData(Initializer.Auto, 2.0 / 200, 2.0 / 400)]
    [InlineData(Initializer.Zeros, 0, 0)]
    public void Moments_are_those_of_the_distribution(Initializer initializer, double firstVariance, double secondVariance)
    {
        double[] parameters = Draw<double>(initializer, 3);
        CheckMoments(parameters.AsSpan(0, 20_000), firstVariance, initializer);
        CheckMoments(parameters.AsSpan(20_100, 30_000), secondVariance, initializer);
        Assert.All(parameters[20_000..20_100], x => Assert.Equal(0, x));
        Assert.All(parameters[50_100..], x => Assert.Equal(0, x));
    }

    [Theory]
    [InlineData(Activation.ReLU, true)]
    [InlineData(Activation.LeakyReLU, true)]
    [InlineData(Activation.ELU, true)]
    [InlineData(Activation.SELU, true)]
    [InlineData(Activation.GELU, true)]
    [InlineData(Activation.GELUTanh, true)]
    [InlineData(Activation.SiLU, true)]
    [InlineData(Activation.Mish, true)]
    [InlineData(Activation.HardSwish, true)]
    [InlineData(Activation.Identity, false)]
    [InlineData(Activation.Sigmoid, false)]
    [InlineData(Activation.Softmax, false)]
    [InlineData(LayerInfo.OwnActivation, false)]
    public void Auto_is_He_for_the_ReLU_family_and_Glorot_otherwise(Activation activation, bool isHe)
    {
        LayerInfo[] layer = [new("layers.0", 3, 4, activation, "", 0, -1)];
        double[] expected = new double[12];
        double[] found = new double[12];
        Initializers.Initialize<double>(expected, layer, isHe ? Initializer.HeNormal : Initializer.GlorotUniform, 5);
        Initializers.Initialize<double>(found, layer, Initializer.Auto, 5);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Unknown_initializers_throw() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw<float>((Initializer)99, 0));

    [Fact]
    public void Portable_logarithm_agrees_with_the_library_within_an_ulp()
    {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++)
        {
            double x = random.NextDouble() * Math.Pow(2, random.Next(-60, 2));
            double expected = Math.Log(x);
            Assert.True(Math.Abs(expected - PortableLog.Of(x)) <= Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected), $"ln {x:R}");
        }
    }

    private static T[] Draw<T>(Initializer initializer, int seed)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] parameters = new T[ParameterCount];
        Array.Fill(parameters, T.NaN);
        Initializers.Initialize<T>(parameters, Layers, initializer, seed);
        return parameters;
    }

    private static void CheckMoments(ReadOnlySpan<double> weights, double variance, Initializer initializer)
    {
        double mean = 0, square = 0, fourth = 0, largest = 0;
        foreach (double x in weights)
        {
            mean += x / weights.Length;
            square += x * x / weights.Length;
            fourth += x * x * x * x / weights.Length;
            largest = Math.Max(largest, Math.Abs(x));
        }

        bool isUniform = initializer.ToString().EndsWith("Uniform", StringComparison.Ordinal);
        bool isNormal = initializer.ToString().EndsWith("Normal", StringComparison.Ordinal);
        Assert.Equal(0, mean, 4 * Math.Sqrt(variance / weights.Length));
        Assert.Equal(variance, square, 0.04 * variance);
        if (isUniform)
            Assert.InRange(largest, 0.99 * Math.Sqrt(3 * variance), Math.Sqrt(3 * variance));
        if (isNormal)
            Assert.Equal(3 * variance * variance, fourth, 0.25 * variance * variance);
    }
}
