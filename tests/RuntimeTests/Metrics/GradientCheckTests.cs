using NetGen.Training;

namespace NetGen.RuntimeTests.Metrics;

public class GradientCheckTests
{
    private static readonly double[] Inputs = [1, -2, 0.5, 3];
    private static readonly double[] Targets = [0.5, 1, -1, 2, 0, 1];
    private static readonly int[] Labels = [2, 0];

    [Fact]
    public void A_right_gradient_agrees()
    {
        LinearNetwork network = new();
        Assert.InRange(GradientCheck.Run(network, Inputs, Targets).RelativeDifference, 0, 1e-9);
        Assert.InRange(GradientCheck.Run(network, Inputs, Labels).RelativeDifference, 0, 1e-9);
    }

    [Theory]
    [InlineData(5, "layers.0 weight [1, 2]", 1, 2)]
    [InlineData(1, "layers.0 weight [0, 1]", 0, 1)]
    [InlineData(7, "layers.0 bias [1]", -1, 1)]
    public void A_wrong_derivative_is_named(int index, string place, int row, int column)
    {
        LinearNetwork network = new() { Fault = gradient => gradient[index] += 0.25 };
        GradientCheckResult result = GradientCheck.Run(network, Inputs, Targets, worstCount: 3);
        Assert.InRange(result.RelativeDifference, 1e-3, 1);
        Assert.Equal(0.25, result.LargestAbsoluteDifference, 1e-7);
        Assert.Equal(3, result.Worst.Count);
        GradientCheckParameter worst = result.Worst[0];
        Assert.Equal((0, "layers.0", row, column, index, row < 0), (worst.Layer, worst.LayerName, worst.Row, worst.Column, worst.Index, worst.IsBias));
        Assert.Equal(0.25, worst.Analytic - worst.Numeric, 1e-7);
        Assert.Contains($"{place}: Backward", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("apart 2.50e-01", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_relative_difference_is_the_ratio_of_norms()
    {
        LinearNetwork doubled = new() { Fault = gradient => Scale(gradient, 2) }, zero = new() { Fault = Array.Clear };
        Assert.Equal(1 / 3.0, GradientCheck.Run(doubled, Inputs, Targets).RelativeDifference, 1e-8);
        Assert.Equal(1, GradientCheck.Run(zero, Inputs, Targets).RelativeDifference, 1e-8);
        zero.Parameters.Clear();
        Assert.Equal(0, GradientCheck.Run(zero, Inputs, new double[6]).RelativeDifference);
    }

    [Fact]
    public void A_nan_is_the_worst_and_never_agrees()
    {
        LinearNetwork network = new() { Fault = gradient => gradient[4] = double.NaN };
        GradientCheckResult result = GradientCheck.Run(network, Inputs, Targets);
        Assert.Equal(double.NaN, result.RelativeDifference);
        Assert.Equal(double.NaN, result.LargestAbsoluteDifference);
        Assert.Equal(4, result.Worst[0].Index);
    }

    [Fact]
    public void Parameters_keep_their_bits()
    {
        LinearNetwork network = new();
        network.Parameters[1] = -0.0;
        network.Parameters[2] = 1e-300;
        network.Parameters[3] = 1e20;
        long[] before = Bits(network);
        GradientCheck.Run(network, Inputs, Targets);
        Assert.Equal(before, Bits(network));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(17)]
    public void Parameters_keep_their_bits_where_the_network_throws(int evaluations)
    {
        LinearNetwork network = new() { EvaluationsLeft = evaluations };
        long[] before = Bits(network);
        Assert.Throws<InvalidOperationException>(() => GradientCheck.Run(network, Inputs, Targets));
        Assert.Equal(before, Bits(network));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        LinearNetwork network = new();
        Assert.Throws<ArgumentNullException>("network", () => GradientCheck.Run<double>(null!, Inputs, Targets));
        Assert.Throws<ArgumentOutOfRangeException>("worstCount", () => GradientCheck.Run(network, Inputs, Labels, -1));
        Assert.Throws<ArgumentException>("inputs", () => GradientCheck.Run(network, network.Parameters[..4], Targets));
        Assert.Throws<ArgumentException>("targets", () => GradientCheck.Run(network, Inputs, network.Parameters[..6]));
    }

    private static void Scale(double[] values, double factor)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] *= factor;
    }

    private static long[] Bits(LinearNetwork network) => [.. network.Parameters.ToArray().Select(BitConverter.DoubleToInt64Bits)];
}
