using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>Math.NET's simplex, in which every evaluation counts as an iteration.</summary>
internal static class NelderMead
{
    /// <summary>
    /// How far the first simplex reaches in each parameter, relatively and at least. Math.NET's own 0.00025 for parameters that
    /// are zero, such as biases at the start, takes hundreds of steps to grow.
    /// </summary>
    private const double RelativeReach = 0.05, SmallestReach = 0.1;

    public static ExitReason Run(Minimization minimization)
    {
        Vector<double> start = minimization.Best.Point;
        Vector<double> reach = start.Map(value => Math.CopySign(Math.Max(RelativeReach * Math.Abs(value), SmallestReach), value));
        NelderMeadSimplex.Minimum(new SimplexObjective(minimization), start, reach, minimization.Tolerances.Loss, int.MaxValue);
        return ExitReason.LossTolerance;
    }
}
