namespace NetGen.MathNet;

/// <summary>Σr² over all rows and outputs.</summary>
internal sealed class SumOfSquares(Residuals residuals) : Objective(residuals.Network)
{
    protected override double Compute(Span<double> gradient, out double penalty)
    {
        penalty = 0;
        double sum = residuals.Update();
        if (!gradient.IsEmpty)
            residuals.AddGradient(gradient);
        return sum;
    }
}
