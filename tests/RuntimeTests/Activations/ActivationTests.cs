using NetGen.Activations;
using NetGen.RuntimeTests.Numerics;

namespace NetGen.RuntimeTests.Activations;

public class ActivationTests
{
    public static TheoryData<string> Names => ActivationCase.Names;

    [Theory, MemberData(nameof(Names))]
    public void Derivative_matches_central_differences(string name)
    {
        const double Step = 1e-5;
        ActivationCase activation = ActivationCase.Named(name);
        Random random = new(7);
        double[] z = [.. Enumerable.Range(0, 512).Select(_ => (random.NextDouble() * 16) - 8)];
        double[] slopes = activation.Derivatives(Width.Vector512, z, activation.Values(Width.Vector512, z));
        double[] above = activation.Values(Width.Vector512, [.. z.Select(v => v + Step)]);
        double[] below = activation.Values(Width.Vector512, [.. z.Select(v => v - Step)]);
        for (int i = 0; i < z.Length; i++)
        {
            if (activation.Kinks.All(k => Math.Abs(z[i] - k) > 2 * Step))
            {
                Assert.Equal((above[i] - below[i]) / (2 * Step), slopes[i], 1e-9);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void NaN_gives_NaN_at_every_width(string name)
    {
        float[] z = [.. Enumerable.Range(0, 16).Select(i => i % 3 == 0 ? float.NaN : i)];
        Assert.All(Enum.GetValues<Width>(), width =>
        {
            Assert.Equal(z.Select(float.IsNaN), ActivationCase.Named(name).Values(width, z).Select(float.IsNaN));
            Assert.Equal(
                z.Select(float.IsNaN),
                ActivationCase.Named(name).Values(width, Array.ConvertAll(z, v => (double)v)).Select(double.IsNaN));
        });
    }

    [Theory, MemberData(nameof(Names))]
    public void Finite_inputs_give_finite_values_and_derivatives(string name)
    {
        ActivationCase activation = ActivationCase.Named(name);
        float[] z = [1e4f, -1e4f, 1e18f, -1e18f, 1e30f, -1e30f, 3e38f, -3e38f, 500, -500, 89, -89, 104, -104, float.Epsilon, -float.Epsilon];
        double[] zz = Array.ConvertAll(z, v => Math.Abs(v) > 1e38 ? Math.CopySign(1e308, v) : v);
        Assert.All(Enum.GetValues<Width>(), width =>
        {
            float[] a = activation.Values(width, z);
            double[] aa = activation.Values(width, zz);
            Assert.All(a, v => Assert.True(float.IsFinite(v)));
            Assert.All(aa, v => Assert.True(double.IsFinite(v)));
            Assert.All(activation.Derivatives(width, z, a), v => Assert.InRange(v, -1.2f, 1.8f));
            Assert.All(activation.Derivatives(width, zz, aa), v => Assert.InRange(v, -1.2, 1.8));
        });
    }

    [Theory]
    [InlineData("sigmoid", 0, 1)]
    [InlineData("tanh", -1, 1)]
    [InlineData("relu", 0, double.PositiveInfinity)]
    [InlineData("elu", -1, double.PositiveInfinity)]
    [InlineData("gelu", 0, double.PositiveInfinity)]
    [InlineData("gelu_tanh", 0, double.PositiveInfinity)]
    [InlineData("silu", 0, double.PositiveInfinity)]
    [InlineData("mish", 0, double.PositiveInfinity)]
    [InlineData("softplus", 0, double.PositiveInfinity)]
    [InlineData("softsign", -1, 1)]
    [InlineData("hardsigmoid", 0, 1)]
    [InlineData("hardswish", 0, double.PositiveInfinity)]
    [InlineData("hardtanh", -1, 1)]
    public void Infinities_give_the_limits(string name, double atMinus, double atPlus)
    {
        double[] z = [.. Enumerable.Range(0, 16).Select(i => i % 2 == 0 ? double.NegativeInfinity : double.PositiveInfinity)];
        double[] expected = [.. z.Select(v => v < 0 ? atMinus : atPlus)];
        Assert.All(Enum.GetValues<Width>(), width =>
        {
            Assert.Equal(expected, ActivationCase.Named(name).Values(width, z));
            Assert.Equal(expected, ActivationCase.Named(name).Values(width, Array.ConvertAll(z, v => (float)v)).Select(v => (double)v));
        });
    }

    [Fact]
    public void At_a_kink_the_derivative_is_that_of_the_stated_side()
    {
        Assert.Equal(0, Slope<ReLU<double>>(0));
        Assert.Equal(0, Slope<ReLU<double>>(-0.0));
        Assert.Equal(0.5, Slope<ReLU<double, Half>>(0));
        Assert.Equal(0.5, Slope<ReLU<double, Half>>(-0.0));
        Assert.Equal(0, Slope<ReLU<double, Half>>(-1e-300));
        Assert.Equal(1, Slope<ReLU<double, Half>>(1e-300));
        Assert.Equal(0.01, Slope<LeakyReLU<double, Hundredth>>(0));
        Assert.Equal(0.5, Slope<ELU<double, Half>>(0));
        Assert.Equal(1.7580993408473766, Slope<SELU<double>>(0), 1e-15);
        Assert.Equal(0, Slope<HardTanh<double>>(1));
        Assert.Equal(0, Slope<HardTanh<double>>(-1));
        Assert.Equal(0, Slope<HardSigmoid<double>>(3));
        Assert.Equal(0, Slope<HardSigmoid<double>>(-3));
        Assert.Equal(1, Slope<HardSwish<double>>(3));
        Assert.Equal(0, Slope<HardSwish<double>>(-3));
    }

    [Fact]
    public void Parameters_of_zero_and_below_are_allowed()
    {
        Assert.Equal(0, Slope<LeakyReLU<double, Zero>>(-2));
        Assert.Equal(-0.5, Slope<LeakyReLU<double, MinusHalf>>(-2));
        Assert.Equal(1, Slope<LeakyReLU<double, MinusHalf>>(2));
        Assert.Equal(0, Slope<ELU<double, Zero>>(-2));
        Assert.Equal(-0.5 * Math.Exp(-2), Slope<ELU<double, MinusHalf>>(-2), 1e-15);
    }

    private static double Slope<TActivation>(double z)
        where TActivation : struct, IActivation<double>
    {
        double a = TActivation.Invoke<double, SimdScalar<double>>(z);
        return TActivation.Derivative<double, SimdScalar<double>>(z, a);
    }
}
