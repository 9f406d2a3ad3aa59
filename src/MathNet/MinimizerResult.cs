namespace NetGen.MathNet;

/// <summary>How a minimisation ended. The network holds the parameters that this describes, the best that were found.</summary>
/// <param name="Loss">The loss that was minimised: the mean loss over the rows and the penalty.</param>
/// <param name="Penalty">The part of <paramref name="Loss"/> that is the penalty.</param>
/// <param name="GradientNorm">The Euclidean norm of the gradient of <paramref name="Loss"/>.</param>
/// <param name="Iterations">Number of iterations.</param>
/// <param name="Evaluations">Number of passes over the rows: of the loss, most with its gradient.</param>
/// <param name="Reason">Why it ended.</param>
public sealed record MinimizerResult(
    double Loss, double Penalty, double GradientNorm, int Iterations, int Evaluations, ExitReason Reason)
{
    /// <summary>Whether a tolerance ended it.</summary>
    public bool Converged => Reason.IsConvergence();
}
