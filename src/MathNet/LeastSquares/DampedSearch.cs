using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>Math.NET's Levenberg-Marquardt method. <see cref="Minimization"/> ends it, so its own limits are off.</summary>
internal static class DampedSearch
{
    /// <summary>
    /// The relative step at which Math.NET gives up raising the damping; without a bound it would raise it to infinity.
    /// </summary>
    private const double SmallestStep = 1e-16;

    public static ExitReason Run(Minimization minimization, Residuals residuals, LevenbergMarquardtOptions options)
    {
        var minimizer = new LevenbergMarquardtMinimizer(options.InitialDamping, 0, SmallestStep, 0, int.MaxValue);
        var model = new ResidualModel(minimization, residuals, options.GradientTolerance);
        NonlinearMinimizationResult result = minimizer.FindMinimum(model, minimization.Best.Point);
        model.EndIteration();
        return result.ReasonForExit switch
        {
            ExitCondition.RelativeGradient => ExitReason.GradientTolerance,
            ExitCondition.Converged => ExitReason.LossTolerance,
            _ => ExitReason.StepTolerance,
        };
    }
}
