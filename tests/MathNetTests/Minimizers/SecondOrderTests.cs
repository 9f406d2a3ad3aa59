using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Minimizers;

public class SecondOrderTests
{
    private static readonly double[] Inputs = [.. Enumerable.Range(0, 60).Select(i => Math.Sin(i * 1.7))];
    private static readonly double[] Targets = [.. Enumerable.Range(0, 30).Select(i => Math.Cos(i * 0.9))];
    private static readonly int[] Labels = [.. Enumerable.Range(0, 30).Select(i => i * i % 3)];

    public static TheoryData<Minimizer> Methods => [.. Enum.GetValues<Minimizer>()];

    public static TheoryData<Minimizer> GradientMethods => [.. Enum.GetValues<Minimizer>().Where(method => method != Minimizer.NelderMead)];

    /// <summary>Least squares with ½·α·w²: slope = Sxy/(Sxx + ½·α·n), as the mean squared error is a mean over n rows.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_finds_the_closed_form_of_ridge_regression(Minimizer method)
    {
        double[] x = [1, 2, 3, 4, 5], y = [1.1, 1.9, 3.2, 3.8, 5.3];
        Line network = new(seed: 1);
        MinimizerResult result = SecondOrder.Minimize(
            network, x, y, new() { Method = method, L2 = 4, Penalty = new L2Penalty(0.2), GradientTolerance = 1e-8 });
        double slope = 10.3 / (10 + (0.5 * ((4 / 5.0) + 0.2) * 5));
        Assert.True(result.Converged, result.ToString());
        Assert.Equal(slope, network.Parameters[0], 1e-5);
        Assert.Equal(3.06 - (slope * 3), network.Parameters[1], 1e-5);
        Assert.Equal(0.5 * slope * slope, result.Penalty, 1e-5);
        Assert.Equal(result.Loss, network.Evaluate(x, y) + result.Penalty, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_result_describes_the_parameters_that_the_network_holds(Minimizer method)
    {
        Tanh2 network = new(seed: 2);
        double before = network.Evaluate(Inputs, Targets);
        MinimizerResult result = SecondOrder.Minimize(network, Inputs, Targets, new() { Method = method, MaximumIterations = 20 });
        Assert.Equal((ExitReason.MaximumIterations, 20, false), (result.Reason, result.Iterations, result.Converged));
        double[] gradient = new double[Tanh2.ParameterCount];
        Assert.Equal(result.Loss, network.Backward(Inputs, Targets, gradient), 1e-13);
        Assert.Equal(result.GradientNorm, Math.Sqrt(gradient.Sum(value => value * value)), 1e-12);
        Assert.InRange(result.Loss, 0, before * 0.999);
    }

    [Theory]
    [MemberData(nameof(GradientMethods))]
    public void Labels_are_one_hot_targets(Minimizer method)
    {
        double[] targets = new double[90];
        for (int row = 0; row < 30; row++)
            targets[(3 * row) + Labels[row]] = 1;
        SoftmaxNetwork byLabels = new(seed: 1), byTargets = new(seed: 1);
        MinimizerOptions options = new() { Method = method, MaximumIterations = 10, L2 = 0.1 };
        MinimizerResult first = SecondOrder.Minimize(byLabels, Inputs, Labels, options);
        MinimizerResult second = SecondOrder.Minimize(byTargets, Inputs, targets, options);
        Assert.Equal(first.Loss, second.Loss, 1e-7);
        Assert.InRange(first.Loss, 0, 1.09);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Two_runs_give_the_same_bits(Minimizer method)
    {
        Tanh2 first = new(seed: 1), second = new(seed: 1);
        MinimizerOptions options = new() { Method = method, MaximumIterations = 30 };
        Assert.Equal(SecondOrder.Minimize(first, Inputs, Targets, options), SecondOrder.Minimize(second, Inputs, Targets, options));
        Assert.Equal(first.Parameters.ToArray(), second.Parameters.ToArray());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Progress_tells_every_iteration(Minimizer method)
    {
        Recorder progress = new();
        MinimizerResult result = SecondOrder.Minimize(
            new Tanh2(seed: 1), Inputs, Targets, new() { Method = method, MaximumIterations = 25 }, progress);
        double[] losses = [.. progress.Reports.Select(report => report.Loss)];
        Assert.Equal(Enumerable.Range(1, 25), progress.Reports.Select(report => report.Iteration));
        Assert.Equal(losses.OrderDescending(), losses);
        // A line search may have passed a lower point than the one that it took.
        Assert.InRange(result.Loss, 0, losses[^1] + 1e-13);
        Assert.All(progress.Reports, report => Assert.InRange(report.Evaluations, report.Iteration, result.Evaluations));
        Assert.Equal(method == Minimizer.NelderMead, double.IsNaN(progress.Reports[^1].GradientNorm));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Cancellation_stops_after_the_iteration_and_keeps_the_best_parameters(Minimizer method)
    {
        using CancellationTokenSource source = new();
        Recorder progress = new() { OnReport = report => Cancel(report, source) };
        Tanh2 network = new(seed: 1);
        MinimizerResult result = SecondOrder.Minimize(network, Inputs, Targets, new() { Method = method }, progress, source.Token);
        Assert.Equal((ExitReason.Cancelled, 3, false), (result.Reason, result.Iterations, result.Converged));
        Assert.Equal(progress.Reports.Min(report => report.Loss), network.Evaluate(Inputs, Targets), 1e-13);
    }

    [Fact]
    public void A_token_that_is_cancelled_before_leaves_the_parameters()
    {
        Tanh2 network = new(seed: 1);
        double[] before = network.Parameters.ToArray();
        MinimizerResult result = SecondOrder.Minimize(network, Inputs, Targets, null, null, new CancellationToken(true));
        Assert.Equal((ExitReason.Cancelled, 0, 1), (result.Reason, result.Iterations, result.Evaluations));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Theory]
    [MemberData(nameof(GradientMethods))]
    public void At_the_minimum_there_is_nothing_to_do(Minimizer method)
    {
        Line network = new();
        (network.Parameters[0], network.Parameters[1]) = (2, 1);
        MinimizerResult result = SecondOrder.Minimize(network, [0, 1, 2], [1, 3, 5], new() { Method = method });
        Assert.Equal((ExitReason.GradientTolerance, 0, true), (result.Reason, result.Iterations, result.Converged));
        Assert.Equal([2, 1], network.Parameters.ToArray());
    }

    [Theory]
    [MemberData(nameof(GradientMethods))]
    public void Convergence_by_the_gradient_means_that_it_is_within_its_tolerance(Minimizer method)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            SoftmaxNetwork network = new(seed);
            MinimizerResult result = SecondOrder.Minimize(
                network, Inputs, Labels, new() { Method = method, L2 = 1, MaximumIterations = 2000, GradientTolerance = 1e-4 });
            Assert.Equal(ExitReason.GradientTolerance, result.Reason);
            Assert.InRange(result.GradientNorm, 0, 1e-4);
        }
    }

    [Theory]
    [MemberData(nameof(GradientMethods))]
    public void Tolerances_that_are_off_still_end(Minimizer method)
    {
        Line network = new(seed: 1);
        MinimizerOptions options = new()
        {
            Method = method,
            GradientTolerance = 0,
            LossTolerance = 0,
            StepTolerance = 0,
            MaximumIterations = 10_000,
        };
        MinimizerResult result = SecondOrder.Minimize(network, [1, 2, 3, 4, 5], [1.1, 1.9, 3.2, 3.8, 5.3], options);
        Assert.Equal(1.03, network.Parameters[0], 1e-6);
        Assert.InRange(result.Evaluations, 1, 5000);
    }

    /// <summary>The gradient contradicts the loss, so that no direction of a method goes down.</summary>
    [Theory]
    [MemberData(nameof(GradientMethods))]
    public void Where_no_step_goes_down_the_result_says_so(Minimizer method)
    {
        Line network = new(seed: 1);
        double[] before = network.Parameters.ToArray();
        MinimizerResult result = SecondOrder.Minimize(network, [1, 2], [1, 3], new() { Method = method, Penalty = new Slope() });
        Assert.Equal((ExitReason.NoProgress, false), (result.Reason, result.Converged));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_step_to_an_infinite_loss_is_taken_back(Minimizer method)
    {
        Line network = new(seed: 1);
        network.Parameters.Clear();
        PenaltyHook wall = new((_, parameters) => parameters.Any(value => Math.Abs(value) > 1.5) ? double.PositiveInfinity : 0);
        MinimizerResult result = SecondOrder.Minimize(network, [1, 2, 3], [1, 2, 3.5], new() { Method = method, Penalty = wall });
        Assert.InRange(result.Loss, 0, 0.02);
    }

    private static void Cancel(MinimizerProgress report, CancellationTokenSource source)
    {
        if (report.Iteration == 3)
            source.Cancel();
    }
}
