using MathNet.Numerics.LinearAlgebra;

namespace NetGen.MathNet;

/// <summary>
/// Nonlinear conjugate gradients with Polak and Ribière's factor, not below 0 (Nocedal and Wright, Numerical Optimization, 2nd
/// edition, section 5.2). Math.NET's own halves and doubles its steps and takes the first that is not too short, with which
/// half of the runs on the digits of docs/second-order.md stay short of what the method reaches.
/// </summary>
internal static class ConjugateGradients
{
    /// <summary>How much longer than the last one the first step of an iteration may be.</summary>
    private const double LargestGrowth = 100;

    public static ExitReason Run(Minimization minimization)
    {
        Evaluation iterate = minimization.Best;
        Vector<double> gradient = iterate.RequiredGradient, direction = -gradient;
        double slope = direction * gradient;
        double step = 1 / (1 - slope);
        while (true)
        {
            minimization.BeginIteration(iterate);
            Trial found = new WolfeSearch(minimization, iterate, direction).Find(step);
            Vector<double> next = found.Evaluation.RequiredGradient;
            double factor = Math.Max(0, next * (next - gradient) / (gradient * gradient));
            direction = (factor * direction) - next;
            double nextSlope = direction * next;
            if (nextSlope >= 0)
                (direction, nextSlope) = (-next, -(next * next));
            step = found.Step * Math.Min(LargestGrowth, slope / nextSlope);
            (iterate, gradient, slope) = (found.Evaluation, next, nextSlope);
        }
    }
}
