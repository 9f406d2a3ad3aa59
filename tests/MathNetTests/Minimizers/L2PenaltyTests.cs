using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Minimizers;

public class L2PenaltyTests
{
    /// <summary>Weights 1 and 2, bias 3.</summary>
    private static readonly double[] Parameters = [1, 2, 3];

    [Fact]
    public void Biases_are_left_out()
    {
        double[] gradient = [10, 10, 10];
        Assert.Equal(0.5 * 4 * 5, new L2Penalty(4).AddTo(Parameters, Parabola.Layers, gradient));
        Assert.Equal([14, 18, 10], gradient);
    }

    [Fact]
    public void Biases_are_included_where_asked()
    {
        double[] gradient = [10, 10, 10];
        Assert.Equal(0.5 * 4 * 14, new L2Penalty(4) { IncludesBiases = true }.AddTo(Parameters, Parabola.Layers, gradient));
        Assert.Equal([14, 18, 22], gradient);
    }

    [Fact]
    public void Over_rows_it_is_lambda_over_twice_the_rows() =>
        Assert.Equal(3.0 / (2 * 6) * 5, L2Penalty.OverRows(3, 6).AddTo(Parameters, Parabola.Layers, default), 1e-15);

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new L2Penalty(-1));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new L2Penalty(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => L2Penalty.OverRows(double.PositiveInfinity, 1));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => L2Penalty.OverRows(1, 0));
        Assert.Throws<ArgumentException>("gradient", () => new L2Penalty(1).AddTo(Parameters, Parabola.Layers, new double[2]));
    }
}
