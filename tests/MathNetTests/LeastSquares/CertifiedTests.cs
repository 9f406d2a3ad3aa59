using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.LeastSquares;

/// <summary>Certified values of NIST's Statistical Reference Datasets.</summary>
public class CertifiedTests
{
    [Fact]
    public void Norris_is_a_line()
    {
        Line network = new(seed: 1);
        LeastSquaresFit fit = LevenbergMarquardt.Fit(network, Norris.X, Norris.Y);
        Assert.True(fit.Converged, fit.ToString());
        AssertEstimate(1.00211681802045, 0.000429796848199937, fit.Goodness.Parameters[0]);
        AssertEstimate(-0.262323073774029, 0.232818234301152, fit.Goodness.Parameters[1]);
        AssertDigits(0.884796396144373, fit.Goodness.ResidualStandardError);
        Assert.Equal(0.999993745883712, fit.Goodness.RSquared, 1e-12);
        AssertDigits(26.6173985294224, fit.Goodness.ResidualSumOfSquares);
        Assert.Equal((36, 34, 2), (fit.Goodness.Observations, fit.Goodness.DegreesOfFreedom, fit.Goodness.Rank));
    }

    /// <summary>The data of NoInt1; R² is that of regression through the origin.</summary>
    [Fact]
    public void NoInt1_is_a_line_through_the_origin()
    {
        double[] x = [60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70], y = [.. x.Select(value => value + 70)];
        Proportion network = new(seed: 1);
        LeastSquaresFit fit = LevenbergMarquardt.Fit(network, x, y);
        AssertEstimate(2.07438016528926, 0.0165289256198347, fit.Goodness.Parameters[0]);
        AssertDigits(3.56753034006338, fit.Goodness.ResidualStandardError);
        Assert.Equal(0.999365492298663, fit.Goodness.RSquared, 1e-12);
        AssertDigits(127.272727272727, fit.Goodness.ResidualSumOfSquares);
    }

    /// <summary>The data of Rat42, from both of its starts.</summary>
    [Theory]
    [InlineData(100, 1, 0.1)]
    [InlineData(75, 2.5, 0.07)]
    public void Rat42_is_a_logistic_curve(double limit, double offset, double rate)
    {
        double[] x = [9, 14, 21, 28, 42, 57, 63, 70, 79];
        double[] y = [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08];
        Rat42 network = new();
        new[] { rate, -offset, limit }.CopyTo(network.Parameters);
        LeastSquaresFit fit = LevenbergMarquardt.Fit(network, [.. x.SelectMany(value => new[] { value, 1 })], y);
        Assert.True(fit.Converged, fit.ToString());
        AssertEstimate(0.067359200066, 0.0034465663377, fit.Goodness.Parameters[0]);
        AssertEstimate(-2.6180768402, 0.088295217536, fit.Goodness.Parameters[1]);
        AssertEstimate(72.462237576, 1.7340283401, fit.Goodness.Parameters[2]);
        AssertDigits(8.0565229338, fit.Goodness.ResidualSumOfSquares);
        AssertDigits(1.1587725499, fit.Goodness.ResidualStandardError);
        Assert.Equal(6, fit.Goodness.DegreesOfFreedom);
    }

    private static void AssertEstimate(double value, double standardError, ParameterEstimate estimate)
    {
        AssertDigits(value, estimate.Value);
        AssertDigits(standardError, estimate.StandardError);
        AssertDigits(value / standardError, estimate.TValue);
    }

    private static void AssertDigits(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Abs(expected));
}
