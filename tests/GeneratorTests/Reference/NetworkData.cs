namespace NetGen.GeneratorTests.Reference;

/// <summary>Parameters and rows for a network; every number is a multiple of 2⁻¹², exact in both precisions.</summary>
internal sealed record NetworkData(double[] Parameters, double[] Inputs, double[] Targets, int[]? Labels, double[] OutputGradients)
{
    private const int Attempts = 200;

    /// <summary>Draws until every pre-activation and every error keeps clear of the kinks and the loss is tame.</summary>
    public static NetworkData Draw(NetworkSpec spec, int rows, int seed)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            NetworkData data = DrawOnce(spec, rows, new Random(seed * Attempts + attempt));
            if (Conditioning.IsGood(spec, data))
            {
                return data;
            }
        }

        throw new InvalidOperationException($"no well-conditioned data for {spec.Activations[^1]} and {spec.Loss} in {Attempts} draws");
    }

    private static NetworkData DrawOnce(NetworkSpec spec, int rows, Random random)
    {
        double[] parameters = DrawParameters(spec, random);
        double[] inputs = Uniform(random, rows * spec.InputSize, -1.5, 1.5);
        int[]? labels = spec.Loss.TakesLabels ? [.. Enumerable.Range(0, rows).Select(_ => random.Next(spec.OutputSize))] : null;
        double[] targets = labels is null
            ? [.. Enumerable.Range(0, rows).SelectMany(_ => TargetRow(spec, random))]
            : [.. labels.SelectMany(label => ReferenceNetwork.OneHot(label, spec.OutputSize))];
        return new NetworkData(parameters, inputs, targets, labels, Uniform(random, rows * spec.OutputSize, -1, 1));
    }

    /// <summary>Weights of variance about 1/in, so that activations neither vanish nor blow up.</summary>
    private static double[] DrawParameters(NetworkSpec spec, Random random) =>
    [
        .. Enumerable.Range(0, spec.LayerCount).SelectMany(k =>
        {
            double limit = Math.Sqrt(3.0 / spec.Layers[k]);
            double[] weights = Uniform(random, spec.WeightCount(k), -limit, limit);
            return spec.Bias ? weights.Concat(Uniform(random, spec.Layers[k + 1], -0.3, 0.3)) : weights;
        }),
    ];

    private static double[] TargetRow(NetworkSpec spec, Random random) => spec.Loss.BuiltIn switch
    {
        Loss.BinaryCrossEntropy or Loss.BinaryCrossEntropyWithLogits => Uniform(random, spec.OutputSize, 0, 1),
        Loss.BinaryHinge => [.. Uniform(random, spec.OutputSize, -1, 1).Select(x => x < 0 ? -1.0 : 1)],
        Loss.KullbackLeiblerDivergence => Distribution(random, spec.OutputSize),
        Loss.PoissonNegativeLogLikelihood => Uniform(random, spec.OutputSize, 0, 3),
        _ => Uniform(random, spec.OutputSize, -2, 2),
    };

    /// <summary>Probabilities that sum to exactly 1, some of them 0.</summary>
    private static double[] Distribution(Random random, int length)
    {
        int[] counts = new int[length];
        for (int i = 0; i < 4096; i++)
        {
            counts[Math.Max(random.Next(length), random.Next(length))]++;
        }

        return [.. counts.Select(x => x / 4096.0)];
    }

    private static double[] Uniform(Random random, int count, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Round((low + (high - low) * random.NextDouble()) * 4096) / 4096)];
}
