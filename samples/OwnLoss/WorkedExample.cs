namespace OwnLoss;

/// <summary>The loss worked out by hand: ranges of three, two and three outputs.</summary>
internal static class WorkedExample
{
    private static readonly double[] Targets = [0.2, 0.2, 0.2, 0.8, 0.8, 0.5, 0.5, 0.5];
    private static readonly double[] Outputs = [0.1, 0.25, 0.2, 0.6, 0.9, 0.5, 0.45, 0.7];
    private static readonly double[] Slopes = [-1 / 3.0, 1 / 3.0, 0, -0.5, 0.5, 0, -1 / 3.0, 1 / 3.0];

    // (0.1 + 0.05 + 0)/3 + (0.2 + 0.1)/2 + (0 + 0.05 + 0.2)/3
    private const double Loss = 0.2833333333333333;

    /// <summary>Prints the loss; whether it and its gradient are those worked out by hand.</summary>
    public static bool Check()
    {
        double[] gradient = new double[Outputs.Length];
        double loss = RangewiseMeanAbsoluteError<double>.Differentiate(Outputs, Targets, gradient);
        Console.WriteLine($"Range-wise mean absolute error of the worked example {loss:F6}, by hand {Loss:F6}");
        return Math.Abs(loss - Loss) < 1e-12 && gradient.SequenceEqual(Slopes);
    }
}
