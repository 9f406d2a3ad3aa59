namespace NetGen.Training;

/// <summary>How far the gradient a of <c>Backward</c> is from the central differences b.</summary>
/// <param name="RelativeDifference">
/// ‖a − b‖ / ‖a + b‖ in Euclidean norms: 0 where both are 0, NaN where a number is NaN or infinite, and infinite where a is −b.
/// </param>
/// <param name="LargestAbsoluteDifference">The largest |a − b| of a parameter, or NaN where one is NaN.</param>
/// <param name="Worst">The parameters of the largest |a − b|, the worst first.</param>
public sealed record GradientCheckResult(
    double RelativeDifference, double LargestAbsoluteDifference, IReadOnlyList<GradientCheckParameter> Worst)
{
    /// <summary>The differences, and a line for each of the worst parameters.</summary>
    public override string ToString() => string.Join(
        "\n",
        Worst.Select(x => $"  {x}").Prepend(FormattableString.Invariant(
            $"relative difference {RelativeDifference:0.00e+00}, largest absolute difference {LargestAbsoluteDifference:0.00e+00}")));
}
