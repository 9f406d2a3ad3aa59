namespace NetGen.MathNet;

/// <summary>When a minimisation stops.</summary>
/// <param name="MaximumIterations">The most iterations.</param>
/// <param name="Gradient">Bound of the Euclidean norm of the gradient.</param>
/// <param name="Loss">Bound of the decrease of the loss, relative to the loss.</param>
/// <param name="Step">Bound of the step of a parameter, relative to the parameter where that is above 1.</param>
/// <param name="SmallestLoss">Where the loss is below this, its decrease is relative to this.</param>
internal readonly record struct Tolerances(int MaximumIterations, double Gradient, double Loss, double Step, double SmallestLoss)
{
    public static Tolerances Of(MinimizerOptions options) =>
        new(options.MaximumIterations, options.GradientTolerance, options.LossTolerance, options.StepTolerance, SmallestLoss: 1);

    public bool IsLossSettled(double before, double after) =>
        before - after <= Loss * Math.Max(SmallestLoss, Math.Max(Math.Abs(before), Math.Abs(after)));

    public bool IsStepSmall(Evaluation before, Evaluation after)
    {
        for (int i = 0; i < before.Point.Count; i++)
        {
            if (Math.Abs(after.Point[i] - before.Point[i]) > Step * Math.Max(1, Math.Abs(before.Point[i])))
                return false;
        }

        return true;
    }
}
