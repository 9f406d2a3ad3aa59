using NetGen.MathNet;
using NetGen.MathNetTests.Minimizers;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.LeastSquares;

public class LevenbergMarquardtTests
{
    private static readonly double[] Inputs = [.. Enumerable.Range(0, 60).Select(i => Math.Sin(i * 1.7))];
    private static readonly double[] Targets = [.. Enumerable.Range(0, 30).Select(i => Math.Tanh(Inputs[2 * i] - (0.5 * Inputs[(2 * i) + 1])))];

    [Fact]
    public void A_network_with_a_hidden_layer_is_fitted_to_rounding()
    {
        Tanh2 network = new(seed: 1);
        LeastSquaresFit fit = LevenbergMarquardt.Fit(network, Inputs, Targets, new() { MaximumIterations = 500 });
        Assert.InRange(fit.Goodness.ResidualSumOfSquares, 0, 1e-12);
        Assert.Equal(fit.Goodness.ResidualSumOfSquares, 30 * network.Evaluate(Inputs, Targets), 1e-15);
    }

    [Fact]
    public void Progress_tells_every_iteration_and_the_sum_decreases()
    {
        Recorder progress = new();
        LeastSquaresFit fit = LevenbergMarquardt.Fit(new Tanh2(seed: 1), Inputs, Targets, new() { MaximumIterations = 12 }, progress);
        Assert.Equal((ExitReason.MaximumIterations, 12, false), (fit.Reason, fit.Iterations, fit.Converged));
        Assert.Equal(Enumerable.Range(1, 12), progress.Reports.Select(report => report.Iteration));
        Assert.Equal(progress.Reports.Select(report => report.Loss).OrderDescending(), progress.Reports.Select(report => report.Loss));
        Assert.Equal(fit.Goodness.ResidualSumOfSquares, progress.Reports[^1].Loss);
        Assert.All(progress.Reports, report => Assert.InRange(report.GradientNorm, 0, 1e3));
    }

    [Fact]
    public void Cancellation_keeps_the_best_parameters()
    {
        using CancellationTokenSource source = new();
        Recorder progress = new() { OnReport = report => Cancel(report, source) };
        Tanh2 network = new(seed: 1);
        LeastSquaresFit fit = LevenbergMarquardt.Fit(network, Inputs, Targets, null, progress, source.Token);
        Assert.Equal((ExitReason.Cancelled, 3), (fit.Reason, fit.Iterations));
        Assert.Equal(progress.Reports[2].Loss, 30 * network.Evaluate(Inputs, Targets), 1e-12);
    }

    [Fact]
    public void A_residual_of_nan_throws_and_the_parameters_are_as_before()
    {
        Tanh2 network = new(seed: 1);
        double[] before = network.Parameters.ToArray(), targets = [.. Targets];
        targets[4] = double.NaN;
        NotFiniteNumberException exception = Assert.Throws<NotFiniteNumberException>(() => LevenbergMarquardt.Fit(network, Inputs, targets));
        Assert.Contains("NaN", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentNullException>("network", () => LevenbergMarquardt.Fit(null!, Inputs, Targets));
        Assert.Throws<ArgumentException>("inputs", () => LevenbergMarquardt.Fit(new Tanh2(), Inputs[..3], Targets));
        Assert.Throws<ArgumentException>("inputs", () => LevenbergMarquardt.Fit(new Tanh2(), [], []));
        Assert.Throws<ArgumentException>("targets", () => LevenbergMarquardt.Fit(new Tanh2(), Inputs, Targets[..29]));
        Assert.Throws<ArgumentOutOfRangeException>("MaximumIterations", () => new LevenbergMarquardtOptions { MaximumIterations = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("InitialDamping", () => new LevenbergMarquardtOptions { InitialDamping = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("GradientTolerance", () => new LevenbergMarquardtOptions { GradientTolerance = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("LossTolerance", () => new LevenbergMarquardtOptions { LossTolerance = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("StepTolerance", () => new LevenbergMarquardtOptions { StepTolerance = double.PositiveInfinity });
    }

    private static void Cancel(MinimizerProgress report, CancellationTokenSource source)
    {
        if (report.Iteration == 3)
            source.Cancel();
    }
}
