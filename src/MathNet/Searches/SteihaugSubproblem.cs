using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using MathNet.Numerics.Optimization.TrustRegion;

namespace NetGen.MathNet;

/// <summary>
/// The step that lowers g·p + ½p·H·p within a radius, by conjugate gradients that end at the border or where the curvature is
/// not positive (Steihaug, 1983; Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.2).
/// </summary>
internal sealed class SteihaugSubproblem(Minimization minimization) : ITrustRegionSubproblem
{
    /// <summary>A bound of the two passes over the rows that each step of conjugate gradients takes.</summary>
    private const int MaximumSteps = 250;

    public Vector<double> Pstep { get; private set; } = Vector<double>.Build.Dense(1);

    public bool HitBoundary { get; private set; }

    public void Solve(IObjectiveModel objective, double delta)
    {
        var model = (CurvatureModel)objective;
        minimization.BeginIteration(model.Accepted);
        Vector<double> gradient = model.Gradient, step = Vector<double>.Build.Dense(gradient.Count);
        Vector<double> residual = gradient, direction = -gradient;
        double norm = gradient.L2Norm(), tolerance = Math.Min(0.5, Math.Sqrt(norm)) * norm;
        HitBoundary = false;
        for (int i = 0; i < MaximumSteps && residual.L2Norm() > tolerance; i++)
        {
            Vector<double> product = model.Hessian * direction;
            double curvature = direction * product, square = residual * residual;
            Vector<double> next = step + (square / curvature * direction);
            HitBoundary = curvature <= 0 || next.L2Norm() >= delta;
            if (HitBoundary)
            {
                Pstep = step + (DistanceToBorder(step, direction, delta) * direction);
                return;
            }

            step = next;
            residual += square / curvature * product;
            direction = (residual * residual / square * direction) - residual;
        }

        Pstep = step;
    }

    /// <summary>The positive τ of ‖step + τ·direction‖ = radius.</summary>
    private static double DistanceToBorder(Vector<double> step, Vector<double> direction, double radius)
    {
        double a = direction * direction, b = step * direction, c = (step * step) - (radius * radius);
        return (-b + Math.Sqrt(Math.Max(0, (b * b) - (a * c)))) / a;
    }
}
