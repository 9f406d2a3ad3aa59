using System.Globalization;
using NetGen.MathNet;
using NetGen.MathNetTests.Networks;
using NetGen.Testing;

namespace NetGen.MathNetTests.Experiments;

/// <summary>
/// Seed case s001_02: multinomial logistic regression with ½·0.001·Σw², for which the documents do 200 steps of gradient descent.
/// </summary>
public class SpiralTests
{
    private const string File = "spiral300.csv";

    private const double LossOfGradientDescent = 0.7863021593695887;

    [LargeDataTheory(File)]
    [InlineData(Minimizer.Bfgs)]
    [InlineData(Minimizer.ConjugateGradient)]
    [InlineData(Minimizer.LimitedMemoryBfgs)]
    [InlineData(Minimizer.TrustRegionNewtonCG)]
    public void Forty_iterations_reach_what_gradient_descent_approaches(Minimizer method)
    {
        double[][] rows = [.. System.IO.File.ReadLines(LargeData.PathOf(File)).Skip(1).Select(Numbers)];
        double[] points = [.. rows.SelectMany(row => row[..2])];
        int[] labels = [.. rows.Select(row => (int)row[2])];
        SpiralLinear network = new();
        network.Parameters.Clear();
        MinimizerResult result = SecondOrder.Minimize(
            network, points, labels, new() { Method = method, MaximumIterations = 40, Penalty = new L2Penalty(1e-3) });
        Assert.Equal(ExitReason.GradientTolerance, result.Reason);
        Assert.InRange(result.Loss, LossOfGradientDescent - 1e-4, LossOfGradientDescent);
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
