namespace NetGen.MathNet;

internal static class ExitReasons
{
    public static bool IsConvergence(this ExitReason reason) =>
        reason is ExitReason.GradientTolerance or ExitReason.LossTolerance or ExitReason.StepTolerance;
}
