namespace NetGen.MathNet;

/// <summary>A point of a line search.</summary>
/// <param name="Step">How far it is along the direction, in lengths of the direction.</param>
/// <param name="Slope">The derivative of the loss along the direction.</param>
/// <param name="Evaluation">The loss and its gradient.</param>
internal readonly record struct Trial(double Step, double Slope, Evaluation Evaluation)
{
    public double Loss => Evaluation.Loss;

    /// <summary>
    /// The minimum of the cubic through the losses and slopes of two points (Nocedal and Wright, equation 3.59), or NaN where it
    /// has none.
    /// </summary>
    public static double CubicMinimum(Trial a, Trial b)
    {
        double d = a.Slope + b.Slope - (3 * (a.Loss - b.Loss) / (a.Step - b.Step));
        double root = Math.CopySign(Math.Sqrt((d * d) - (a.Slope * b.Slope)), b.Step - a.Step);
        return b.Step - ((b.Step - a.Step) * (b.Slope + root - d) / (b.Slope - a.Slope + (2 * root)));
    }
}
