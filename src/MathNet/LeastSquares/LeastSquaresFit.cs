namespace NetGen.MathNet;

/// <summary>How a fit ended. The network holds the parameters that this describes, the best that were found.</summary>
/// <param name="Iterations">Number of iterations.</param>
/// <param name="Evaluations">Number of passes over the rows, besides those for the Jacobians, one per iteration.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Goodness">How well the outputs fit and the parameters are determined.</param>
public sealed record LeastSquaresFit(int Iterations, int Evaluations, ExitReason Reason, GoodnessOfFit Goodness)
{
    /// <summary>Whether a tolerance ended it.</summary>
    public bool Converged => Reason.IsConvergence();
}
