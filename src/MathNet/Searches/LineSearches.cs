using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>Math.NET's methods that search along lines. <see cref="Minimization"/> ends them, so their own limits are off.</summary>
internal static class LineSearches
{
    public static ExitReason Bfgs(Minimization minimization)
    {
        var minimizer = new BfgsMinimizer(FirstTolerance(minimization.Best), minimization.Tolerances.Step, 0, int.MaxValue);
        return Run(minimization, minimizer, () => minimizer.GradientTolerance = 0);
    }

    public static ExitReason LimitedMemoryBfgs(Minimization minimization, int memory)
    {
        var minimizer = new LimitedMemoryBfgsMinimizer(
            FirstTolerance(minimization.Best), minimization.Tolerances.Step, 0, memory, int.MaxValue);
        return Run(minimization, minimizer, () => minimizer.GradientTolerance = 0);
    }

    /// <summary>
    /// Math.NET's first step is 100 times the gradient tolerance over ‖g‖², so this tolerance makes it 1/(1 + ‖g‖²), unless it
    /// would end the run at once. Once the search is under way the tolerance is switched off: it is one of the largest element,
    /// relative to the loss.
    /// </summary>
    private static double FirstTolerance(Evaluation start)
    {
        const double factorOfMathNet = 100;
        double square = start.GradientNorm * start.GradientNorm;
        double relative = start.RequiredGradient.InfinityNorm() / Math.Max(1, Math.Abs(start.Loss));
        return Math.Min(square / (1 + square) / factorOfMathNet, relative / 2);
    }

    private static ExitReason Run(Minimization minimization, IUnconstrainedMinimizer minimizer, Action onSearch)
    {
        MinimizationResult result = minimizer.FindMinimum(new LineSearchObjective(minimization, onSearch), minimization.Best.Point);
        minimization.EndIteration(((LineSearchObjective)result.FunctionInfoAtMinimum).Evaluation);
        return ExitReason.StepTolerance;
    }
}
