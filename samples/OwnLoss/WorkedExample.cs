namespace OwnLoss;

/// <summary>Rows whose loss and gradient are worked out by hand: the targets form ranges of one to eight outputs.</summary>
internal sealed record WorkedExample(double[] Targets, double[] Outputs, double Loss, double[] Slopes)
{
    private const double Tolerance = 1e-12;

    private static readonly WorkedExample[] All =
    [
        // (0.1 + 0.05 + 0)/3 + (0.2 + 0.1)/2 + (0 + 0.05 + 0.2)/3
        new(
            [0.2, 0.2, 0.2, 0.8, 0.8, 0.5, 0.5, 0.5],
            [0.1, 0.25, 0.2, 0.6, 0.9, 0.5, 0.45, 0.7],
            0.85 / 3,
            [-1 / 3.0, 1 / 3.0, 0, -0.5, 0.5, 0, -1 / 3.0, 1 / 3.0]),

        // (0.1 + 0.1)/2 + (0 + 0.1 + 0.1 + 0)/4 + 0.4 + 0.3
        new(
            [0.1, 0.1, 0.4, 0.4, 0.4, 0.4, 0.9, 0.3],
            [0.2, 0.0, 0.4, 0.5, 0.3, 0.4, 0.5, 0.6],
            0.85,
            [0.5, -0.5, 0, 0.25, -0.25, 0, -1, 1]),

        // (0.1 + 0.1 + 0 + 0 + 0.05 + 0.05 + 0 + 0.4)/8
        new(
            [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
            [0.4, 0.6, 0.5, 0.5, 0.45, 0.55, 0.5, 0.9],
            0.0875,
            [-0.125, 0.125, 0, 0, -0.125, 0.125, 0, 0.125]),
    ];

    /// <summary>Prints the losses; whether they and their gradients are those worked out by hand.</summary>
    public static bool CheckAll() => All.Count(example => example.Check()) == All.Length;

    private bool Check()
    {
        double[] gradient = new double[Outputs.Length];
        double loss = RangewiseMeanAbsoluteError<double>.Differentiate(Outputs, Targets, gradient);
        Console.WriteLine($"range-wise mean absolute error {loss:F6}, by hand {Loss:F6}");
        return Math.Abs(loss - Loss) < Tolerance && gradient.Zip(Slopes).All(pair => Math.Abs(pair.First - pair.Second) < Tolerance);
    }
}
