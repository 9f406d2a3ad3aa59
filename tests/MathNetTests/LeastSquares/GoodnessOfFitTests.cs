using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.LeastSquares;

public class GoodnessOfFitTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5];
    private static readonly double[] Y = [1.1, 1.9, 3.2, 3.8, 5.3];

    /// <summary>Slope Sxy/Sxx, intercept ȳ − slope·x̄, and the textbook's standard errors.</summary>
    [Fact]
    public void A_line_has_the_statistics_of_the_closed_form()
    {
        double slope = 10.3 / 10, intercept = 3.06 - (slope * 3), total = 10.772, residual = total - (10.3 * 10.3 / 10), variance = residual / 3;
        Line network = new(seed: 3);
        GoodnessOfFit goodness = LevenbergMarquardt.Fit(network, X, Y).Goodness;
        Assert.Equal(slope, goodness.Parameters[0].Value, 1e-10);
        Assert.Equal(intercept, goodness.Parameters[1].Value, 1e-10);
        Assert.Equal(residual, goodness.ResidualSumOfSquares, 1e-12);
        Assert.Equal(variance, goodness.ReducedChiSquared, 1e-12);
        Assert.Equal(1 - (residual / total), goodness.RSquared, 1e-12);
        Assert.Equal(1 - (residual / 3 / (total / 4)), goodness.AdjustedRSquared, 1e-12);
        Assert.Equal(Math.Sqrt(variance / 10), goodness.Parameters[0].StandardError, 1e-12);
        Assert.Equal(Math.Sqrt(variance * ((1 / 5.0) + (9 / 10.0))), goodness.Parameters[1].StandardError, 1e-12);
        Assert.Equal(-3 * variance / 10, goodness.Covariance[0, 1], 1e-12);
    }

    /// <summary>With 2 degrees of freedom P(|t| ≥ a) = 1 − a/√(2 + a²), with 1 it is 1 − 2/π·atan a.</summary>
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 0.5)]
    [InlineData(2, 2, 0.18350341907227397)]
    [InlineData(-2, 2, 0.18350341907227397)]
    [InlineData(double.PositiveInfinity, 5, 0)]
    [InlineData(double.NaN, 5, double.NaN)]
    [InlineData(1, 0, double.NaN)]
    public void A_p_value_is_two_sided(double t, int degreesOfFreedom, double p) =>
        Assert.Equal(p, StudentT.TwoSidedP(t, degreesOfFreedom), 1e-14);

    /// <summary>Seed case s000_13: far out in the tail, where 1 − CDF is 0.</summary>
    [Fact]
    public void A_tiny_p_value_keeps_its_digits() =>
        Assert.Equal(1, StudentT.TwoSidedP(239.63, 98) / 1.7552383488708917e-137, 1e-10);

    [Fact]
    public void Parameters_are_named_by_layer_and_index()
    {
        Tanh2 network = new(seed: 1);
        double[] inputs = [.. Enumerable.Range(0, 40).Select(i => Math.Sin(i * 1.7))];
        double[] targets = [.. Enumerable.Range(0, 20).Select(i => Math.Cos(i))];
        GoodnessOfFit goodness = GoodnessOfFit.Of(network, inputs, targets);
        Assert.Equal(Enumerable.Range(0, 13), goodness.Parameters.Select(parameter => parameter.Index));
        ParameterEstimate weight = goodness.Parameters[4], bias = goodness.Parameters[7], last = goodness.Parameters[12];
        Assert.Equal((0, "layers.0", 1, 1, false), (weight.Layer, weight.LayerName, weight.Row, weight.Column, weight.IsBias));
        Assert.Equal((0, "layers.0", -1, 1, true), (bias.Layer, bias.LayerName, bias.Row, bias.Column, bias.IsBias));
        Assert.Equal((1, "layers.1", -1, 0, true), (last.Layer, last.LayerName, last.Row, last.Column, last.IsBias));
        Assert.StartsWith("layers.0 weight [1, 1]: ", weight.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("layers.0 bias [1]: ", bias.ToString(), StringComparison.Ordinal);
        Assert.Equal(network.Parameters.ToArray(), goodness.Parameters.Select(parameter => parameter.Value));
    }

    /// <summary>Each output is a regression of its own on the same features, with the same JᵀJ.</summary>
    [Fact]
    public void Two_outputs_are_two_regressions()
    {
        double[] features = [1, 2, 2, 1, 3, 5, 4, 4, 5, 9, 6, 2];
        double[] first = [1, 3, 2, 5, 4, 7], second = [2, 2, 8, 6, 15, 3];
        double[] both = [.. first.Zip(second, (a, b) => new[] { a, b }).SelectMany(pair => pair)];
        TwoOutputs network = new(seed: 1);
        Parabola one = new(seed: 1), other = new(seed: 1);
        GoodnessOfFit together = LevenbergMarquardt.Fit(network, features, both).Goodness;
        GoodnessOfFit apart = LevenbergMarquardt.Fit(one, features, first).Goodness, apart2 = LevenbergMarquardt.Fit(other, features, second).Goodness;
        Assert.Equal(apart.ResidualSumOfSquares + apart2.ResidualSumOfSquares, together.ResidualSumOfSquares, 1e-10);
        Assert.Equal((12, 6), (together.Observations, together.DegreesOfFreedom));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(apart.Parameters[i].Value, together.Parameters[2 * i].Value, 1e-8);
            Assert.Equal(apart2.Parameters[i].Value, together.Parameters[(2 * i) + 1].Value, 1e-8);
            double ratio = together.ResidualStandardError / apart.ResidualStandardError;
            Assert.Equal(ratio * apart.Parameters[i].StandardError, together.Parameters[2 * i].StandardError, 1e-9);
        }
    }

    [Fact]
    public void A_parameter_that_the_data_leave_open_has_no_standard_error()
    {
        double[] features = [1, 0, 2, 0, 3, 0, 4, 0, 5, 0];
        GoodnessOfFit goodness = LevenbergMarquardt.Fit(new Parabola(seed: 1), features, Y).Goodness;
        Assert.Equal(2, goodness.Rank);
        Assert.Equal(double.NaN, goodness.Parameters[1].StandardError);
        Assert.Equal(double.NaN, goodness.Parameters[1].PValue);
        // The rest is the line through the first feature, with one degree of freedom less for the idle weight.
        Assert.Equal(1.03, goodness.Parameters[0].Value, 1e-9);
        Assert.True(double.IsFinite(goodness.Parameters[0].StandardError));
    }

    [Fact]
    public void Two_features_that_are_one_cannot_be_told_apart()
    {
        double[] features = [1, 2, 2, 4, 3, 6, 4, 8, 5, 10];
        GoodnessOfFit goodness = LevenbergMarquardt.Fit(new Parabola(seed: 1), features, Y).Goodness;
        Assert.Equal(2, goodness.Rank);
        Assert.Equal(double.NaN, goodness.Parameters[0].StandardError);
        Assert.Equal(double.NaN, goodness.Parameters[1].StandardError);
        Assert.True(double.IsFinite(goodness.Parameters[2].StandardError));
    }

    [Fact]
    public void Without_degrees_of_freedom_there_is_no_variance()
    {
        GoodnessOfFit goodness = LevenbergMarquardt.Fit(new Line(seed: 1), [1, 2], [3, 5]).Goodness;
        Assert.Equal(0, goodness.DegreesOfFreedom);
        Assert.Equal(double.NaN, goodness.ReducedChiSquared);
        Assert.Equal(double.NaN, goodness.AdjustedRSquared);
        Assert.Equal(double.NaN, goodness.Parameters[0].StandardError);
        Assert.Equal(2, goodness.Parameters[0].Value, 1e-8);
    }
}
