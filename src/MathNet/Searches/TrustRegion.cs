using MathNet.Numerics.Optimization;
using MathNet.Numerics.Optimization.TrustRegion;

namespace NetGen.MathNet;

/// <summary>
/// Math.NET's trust region, which widens and narrows by how well the quadratic model predicted the loss. Its own subproblem
/// takes the Hessian as positive definite (it fits curves), so another one solves it here.
/// </summary>
internal sealed class TrustRegion(Minimization minimization)
    : TrustRegionMinimizerBase(new SteihaugSubproblem(minimization), 0, 0, double.NegativeInfinity, SmallestRadius, int.MaxValue)
{
    private const double SmallestRadius = 1e-12;

    public static ExitReason Run(Minimization minimization)
    {
        NonlinearMinimizationResult result =
            new TrustRegion(minimization).FindMinimum(new CurvatureModel(minimization), minimization.Best.Point);
        return result.ReasonForExit == ExitCondition.RelativeGradient ? ExitReason.GradientTolerance : ExitReason.NoProgress;
    }
}
