using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Experiments;

/// <summary>Seed cases s002_04 and s002_05: y = x² by a polynomial of degree 2, on which gradient descent diverges.</summary>
public class PolynomialFitTests
{
    private static readonly double[] Features = [1, 1, 2, 4, 3, 9, 4, 16, 5, 25];
    private static readonly double[] Squares = [1, 4, 9, 16, 25];

    [Fact]
    public void Gradient_descent_diverges()
    {
        Parabola network = Started();
        Assert.Equal(25.45, network.SgdStep(Features, Squares, 0.01), 1e-9);
        Assert.Equal(244.93122320000012, network.SgdStep(Features, Squares, 0.01), 1e-9);
    }

    [Theory]
    [InlineData(Minimizer.Bfgs)]
    [InlineData(Minimizer.ConjugateGradient)]
    [InlineData(Minimizer.LimitedMemoryBfgs)]
    [InlineData(Minimizer.TrustRegionNewtonCG)]
    public void A_second_order_method_finds_the_parabola(Minimizer method)
    {
        Parabola network = Started();
        MinimizerResult result = SecondOrder.Minimize(network, Features, Squares, new() { Method = method, LossTolerance = 0 });
        Assert.True(result.Converged, result.ToString());
        AssertParameters(network, 0, 1, 0, 1e-3);
    }

    [Fact]
    public void Levenberg_Marquardt_finds_the_parabola_to_rounding()
    {
        Parabola network = Started();
        LeastSquaresFit fit = LevenbergMarquardt.Fit(network, Features, Squares);
        Assert.True(fit.Converged, fit.ToString());
        AssertParameters(network, 0, 1, 0, 1e-9);
        Assert.Equal(1, fit.Goodness.RSquared, 1e-12);
    }

    [Fact]
    public void Standardized_features_need_no_bias()
    {
        Parabola network = Started();
        double[] x = Standardized([1, 2, 3, 4, 5]), square = Standardized(Squares);
        double[] features = [.. x.Zip(square, (a, b) => new[] { a, b }).SelectMany(pair => pair)];
        Assert.Equal(0.2575580358993629, network.Evaluate(features, square), 1e-12);
        MinimizerResult result = SecondOrder.Minimize(network, features, square, new() { Method = Minimizer.Bfgs, GradientTolerance = 1e-9 });
        Assert.InRange(result.Loss, 0, 1e-16);
        AssertParameters(network, 0, 1, 0, 1e-6);
    }

    private static Parabola Started()
    {
        Parabola network = new();
        network.Parameters.Fill(0.5);
        return network;
    }

    private static void AssertParameters(Parabola network, double linear, double quadratic, double constant, double tolerance)
    {
        Assert.Equal(linear, network.Parameters[0], tolerance);
        Assert.Equal(quadratic, network.Parameters[1], tolerance);
        Assert.Equal(constant, network.Parameters[2], tolerance);
    }

    /// <summary>Mean 0, and standard deviation 1 by n − 1.</summary>
    private static double[] Standardized(double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return [.. values.Select(value => (value - mean) / deviation)];
    }
}
