namespace NetGen.MathNet;

/// <summary>Where a minimisation is after an iteration.</summary>
/// <param name="Iteration">The number of iterations done, from 1.</param>
/// <param name="Loss">
/// What is minimised: the mean loss over the rows and the penalty, or the sum of squared residuals of <see cref="LevenbergMarquardt"/>.
/// </param>
/// <param name="GradientNorm">The Euclidean norm of its gradient; NaN for <see cref="Minimizer.NelderMead"/>.</param>
/// <param name="Evaluations">The number of passes over the rows so far.</param>
public readonly record struct MinimizerProgress(int Iteration, double Loss, double GradientNorm, int Evaluations);
