namespace NetGen.MathNet;

/// <summary>The squares of the targets that R² compares the residuals with.</summary>
/// <param name="SumOfSquares">Σ(t − t̄)², or Σt² for a network without biases in its last layer.</param>
/// <param name="Means">The number of means: that of the outputs, or 0.</param>
internal readonly record struct Spread(double SumOfSquares, int Means)
{
    public static Spread Of(Residuals residuals)
    {
        int outputs = residuals.OutputSize;
        double[] means = new double[outputs];
        bool isCentred = residuals.Network.GetLayers()[^1].HasBiases;
        for (int i = 0; isCentred && i < residuals.Targets.Length; i++)
            means[i % outputs] += residuals.Targets[i] / (residuals.Targets.Length / outputs);
        double sum = 0;
        for (int i = 0; i < residuals.Targets.Length; i++)
        {
            double difference = residuals.Targets[i] - means[i % outputs];
            sum += difference * difference;
        }

        return new Spread(sum, isCentred ? outputs : 0);
    }
}
