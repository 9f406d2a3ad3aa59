using NetGen.Data;

namespace OwnLoss;

/// <summary>Signals of eight samples that step once from one level to another, and the same signals under noise.</summary>
internal sealed record StepSignals(double[] Noisy, double[] Clean)
{
    public const int Length = 8;
    private const double Noise = 0.4;

    public static StepSignals Generate(int count, int seed)
    {
        var random = new Random(seed);
        var signals = new StepSignals(new double[count * Length], new double[count * Length]);
        for (int start = 0; start < signals.Clean.Length; start += Length)
        {
            Span<double> clean = signals.Clean.AsSpan(start, Length);
            clean.Fill(random.NextDouble());
            clean[random.Next(2, Length - 1)..].Fill(random.NextDouble());
            for (int i = start; i < start + Length; i++)
                signals.Noisy[i] = signals.Clean[i] + (Noise * ((2 * random.NextDouble()) - 1));
        }

        return signals;
    }

    /// <summary>The noisy signals as features, the clean ones as targets.</summary>
    public Dataset<double> ToDataset() => Dataset<double>.WithTargets(Noisy, Length, Clean, Length);

    /// <summary>The mean loss of a network that would leave the signals as they are.</summary>
    public double MeanLossOfNoise()
    {
        double sum = 0;
        for (int start = 0; start < Clean.Length; start += Length)
            sum += RangewiseMeanAbsoluteError<double>.Evaluate(Noisy.AsSpan(start, Length), Clean.AsSpan(start, Length));
        return sum / (Clean.Length / Length);
    }
}
