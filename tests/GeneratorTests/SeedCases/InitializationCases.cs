using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>Where random weights may lie.</summary>
public class InitializationCases
{
    private static readonly GeneratedNetworks Networks =
        GeneratedNetworks.Compile(new NetworkSpec([25, 10], [Activation.Sigmoid], Loss.MeanSquaredError) { Initializer = Initializer.GlorotUniform });

    /// <summary>rand · (2ε − ε) lies in [0, ε]; a uniform initializer fills [−ε, ε].</summary>
    [Fact]
    public void S002_06_init_epsilon_bug()
    {
        SeedCase seed = SeedCase.Of("s002_06_init_epsilon_bug");
        Assert.Equal(-seed.Expected.GetProperty("intended").Flat()[^1], seed.Expected.GetProperty("intended").Flat()[0]);
        double[] weights = Networks.Create(0, seed: 1).Parameters[..250];
        double epsilon = Math.Sqrt(6.0 / 35);
        Assert.InRange(weights.Min(), -epsilon, -0.9 * epsilon);
        Assert.InRange(weights.Max(), 0.9 * epsilon, epsilon);
    }
}
