namespace NetGen.Training;

/// <summary>Compares two gradients.</summary>
internal static class GradientCheckComparison
{
    public static GradientCheckResult Of(double[] analytic, double[] numeric, ReadOnlySpan<LayerInfo> layers, int worstCount)
    {
        double[] differences = [.. analytic.Zip(numeric, (a, b) => Math.Abs(a - b))];
        int[] order = [.. Enumerable.Range(0, differences.Length).OrderByDescending(i => Badness(differences[i])).Take(worstCount)];
        GradientCheckParameter[] worst = new GradientCheckParameter[order.Length];
        for (int i = 0; i < order.Length; i++)
            worst[i] = Locate(order[i], layers, analytic[order[i]], numeric[order[i]]);
        return new GradientCheckResult(Relative(analytic, numeric), differences.Aggregate(0.0, Math.Max), worst);
    }

    /// <summary>Scaled by the largest number, so that no square overflows or vanishes.</summary>
    private static double Relative(double[] analytic, double[] numeric)
    {
        double scale = analytic.Concat(numeric).Select(Math.Abs).Aggregate(0.0, Math.Max);
        if (scale == 0)
            return 0;
        double difference = 0, sum = 0;
        for (int i = 0; i < analytic.Length; i++)
        {
            double a = analytic[i] / scale, b = numeric[i] / scale;
            difference += (a - b) * (a - b);
            sum += (a + b) * (a + b);
        }

        return Math.Sqrt(difference) / Math.Sqrt(sum);
    }

    /// <summary>NaN is worse than any difference.</summary>
    private static double Badness(double difference) => double.IsNaN(difference) ? double.PositiveInfinity : difference;

    private static GradientCheckParameter Locate(int index, ReadOnlySpan<LayerInfo> layers, double analytic, double numeric)
    {
        for (int k = 0; k < layers.Length; k++)
        {
            LayerInfo layer = layers[k];
            int weight = index - layer.WeightsOffset, bias = index - layer.BiasesOffset;
            if (weight >= 0 && weight < layer.WeightCount)
                return new(k, layer.Name, weight / layer.OutputSize, weight % layer.OutputSize, index, analytic, numeric);
            if (layer.HasBiases && bias >= 0 && bias < layer.OutputSize)
                return new(k, layer.Name, -1, bias, index, analytic, numeric);
        }

        throw new InvalidOperationException($"Parameter {index} is in none of the network's layers.");
    }
}
