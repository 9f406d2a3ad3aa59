using MathNet.Numerics.LinearAlgebra;

namespace NetGen.MathNet;

/// <summary>A point of the parameters and what was computed there.</summary>
/// <param name="Point">The parameters.</param>
/// <param name="Loss">What is minimised, with the penalty.</param>
/// <param name="Penalty">The part of the loss that is the penalty.</param>
/// <param name="Gradient">The gradient of the loss, or null where it was not asked for.</param>
internal sealed record Evaluation(Vector<double> Point, double Loss, double Penalty, Vector<double>? Gradient)
{
    public double GradientNorm { get; } = Gradient?.L2Norm() ?? double.NaN;

    /// <summary>The gradient, where the caller knows that it was asked for.</summary>
    public Vector<double> RequiredGradient =>
        Gradient ?? throw new InvalidOperationException("The loss was evaluated without its gradient.");
}
