using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Minimizers;

public class FaultTests
{
    private static readonly double[] Inputs = [.. Enumerable.Range(0, 60).Select(i => Math.Sin(i * 1.7))];
    private static readonly double[] Targets = [.. Enumerable.Range(0, 30).Select(i => Math.Cos(i * 0.9))];

    /// <summary>At the check of the arguments, at the start, and in the midst of a search.</summary>
    private static readonly int[] Calls = [1, 2, 3, 9];

    public static TheoryData<Minimizer> Methods => [.. Enum.GetValues<Minimizer>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_loss_of_nan_throws_and_the_parameters_are_as_before(Minimizer method)
    {
        foreach (int call in Calls)
            RequireNotFinite(method, call);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_exception_of_the_users_code_comes_out_as_it_is(Minimizer method)
    {
        foreach (int call in Calls)
            RequireTimeout(method, call);
    }

    [Fact]
    public void An_exception_of_the_progress_comes_out_as_it_is()
    {
        Tanh2 network = new(seed: 1);
        double[] before = network.Parameters.ToArray();
        Recorder progress = new() { OnReport = report => throw new TimeoutException("own") };
        foreach (Minimizer method in Enum.GetValues<Minimizer>())
            Assert.Throws<TimeoutException>(() => SecondOrder.Minimize(network, Inputs, Targets, new() { Method = method }, progress));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void An_input_of_nan_throws()
    {
        double[] inputs = [.. Inputs];
        inputs[7] = double.NaN;
        Assert.Throws<NotFiniteNumberException>(() => SecondOrder.Minimize(new Tanh2(seed: 1), inputs, Targets));
    }

    [Fact]
    public void An_infinite_loss_at_the_start_throws()
    {
        PenaltyHook penalty = new((_, _) => double.PositiveInfinity);
        NotFiniteNumberException exception = Assert.Throws<NotFiniteNumberException>(
            () => SecondOrder.Minimize(new Tanh2(seed: 1), Inputs, Targets, new() { Penalty = penalty }));
        Assert.Contains("infinite at the start", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentNullException>("network", () => SecondOrder.Minimize(null!, Inputs, Targets));
        Assert.Throws<ArgumentNullException>("network", () => SecondOrder.Minimize(null!, Inputs, new int[30]));
        Assert.Throws<ArgumentException>("inputs", () => SecondOrder.Minimize(new Tanh2(), Inputs[..3], Targets));
        Assert.Throws<ArgumentException>("inputs", () => SecondOrder.Minimize(new Tanh2(), [], Array.Empty<double>(), new() { L2 = 1 }));
        Assert.Throws<ArgumentException>("targets", () => SecondOrder.Minimize(new Tanh2(), Inputs, Targets[..29]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => SecondOrder.Minimize(new SoftmaxNetwork(), [1, 2], [3]));
        Assert.Throws<ArgumentException>("labels", () => SecondOrder.Minimize(new SoftmaxNetwork(), [1, 2], new[] { 0, 1 }));
    }

    [Fact]
    public void A_network_too_large_for_a_matrix_is_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "network", () => SecondOrder.Minimize(new Large(), new double[4000], [0.0], new() { Method = Minimizer.Bfgs }));
        Assert.Contains("has 4001 parameters, but at most 4000 are expected", exception.Message, StringComparison.Ordinal);
        Assert.Contains("LimitedMemoryBfgs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_options_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Method", () => new MinimizerOptions { Method = (Minimizer)99 });
        Assert.Throws<ArgumentOutOfRangeException>("MaximumIterations", () => new MinimizerOptions { MaximumIterations = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Memory", () => new MinimizerOptions { Memory = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("L2", () => new MinimizerOptions { L2 = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("GradientTolerance", () => new MinimizerOptions { GradientTolerance = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("LossTolerance", () => new MinimizerOptions { LossTolerance = -1e-3 });
        Assert.Throws<ArgumentOutOfRangeException>("StepTolerance", () => new MinimizerOptions { StepTolerance = double.PositiveInfinity });
    }

    private static void RequireNotFinite(Minimizer method, int call)
    {
        Tanh2 network = new(seed: 1);
        double[] before = network.Parameters.ToArray();
        PenaltyHook penalty = new((calls, _) => calls == call ? double.NaN : 0);
        NotFiniteNumberException exception = Assert.Throws<NotFiniteNumberException>(
            () => SecondOrder.Minimize(network, Inputs, Targets, new() { Method = method, Penalty = penalty }));
        Assert.Contains("NaN", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    private static void RequireTimeout(Minimizer method, int call)
    {
        Tanh2 network = new(seed: 1);
        double[] before = network.Parameters.ToArray();
        PenaltyHook penalty = new((calls, _) => calls == call ? throw new TimeoutException("own") : 0);
        TimeoutException exception = Assert.Throws<TimeoutException>(
            () => SecondOrder.Minimize(network, Inputs, Targets, new() { Method = method, Penalty = penalty }));
        Assert.Equal("own", exception.Message);
        Assert.Equal(before, network.Parameters.ToArray());
    }
}
