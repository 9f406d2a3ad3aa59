using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>Math.NET's methods that search along lines. <see cref="Minimization"/> ends them, so their own limits are off.</summary>
internal static class LineSearches
{
    /// <summary>
    /// The first step of a line search is 100 times the gradient tolerance over the squared norm of the gradient, so a tolerance
    /// of zero would never move.
    /// </summary>
    private const double SmallestTolerance = 1e-10;

    public static ExitReason Bfgs(Minimization minimization)
    {
        Tolerances tolerances = minimization.Tolerances;
        var minimizer = new BfgsMinimizer(FirstStep(tolerances), tolerances.Step, 0, int.MaxValue);
        return Run(minimization, minimizer);
    }

    public static ExitReason LimitedMemoryBfgs(Minimization minimization, int memory)
    {
        Tolerances tolerances = minimization.Tolerances;
        var minimizer = new LimitedMemoryBfgsMinimizer(FirstStep(tolerances), tolerances.Step, 0, memory, int.MaxValue);
        return Run(minimization, minimizer);
    }

    public static ExitReason ConjugateGradient(Minimization minimization)
    {
        var minimizer = new ConjugateGradientMinimizer(FirstStep(minimization.Tolerances), int.MaxValue);
        return Run(minimization, minimizer);
    }

    private static double FirstStep(Tolerances tolerances) => Math.Max(tolerances.Gradient, SmallestTolerance);

    private static ExitReason Run(Minimization minimization, IUnconstrainedMinimizer minimizer)
    {
        MinimizationResult result = minimizer.FindMinimum(new LineSearchObjective(minimization), minimization.Best.Point);
        minimization.EndIteration(((LineSearchObjective)result.FunctionInfoAtMinimum).Evaluation);
        return ExitReason.GradientTolerance;
    }
}
