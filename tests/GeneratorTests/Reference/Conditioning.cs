namespace NetGen.GeneratorTests.Reference;

/// <summary>Whether rounding in single precision cannot push drawn data over a kink or a pole.</summary>
internal static class Conditioning
{
    private const double Margin = 2e-4;
    private const double SmallestNorm = 0.05;
    private const double LargestOutput = 50;

    public static bool IsGood(NetworkSpec spec, NetworkData data)
    {
        ReferenceNetwork network = new(spec, data.Parameters);
        double[] outputs = network.Forward(data.Inputs);
        return outputs.All(o => Math.Abs(o) < LargestOutput)
            && data.Inputs.Chunk(spec.InputSize).All(x => IsClearOfKinks(spec, network.PreActivations(x)))
            && outputs.Chunk(spec.OutputSize).Zip(data.Targets.Chunk(spec.OutputSize)).All(row => IsTame(spec, row.First, row.Second));
    }

    private static bool IsClearOfKinks(NetworkSpec spec, double[][] preActivations) =>
        Enumerable.Range(0, spec.LayerCount).All(k => ScalarActivations.Kinks(spec.Activations[k].BuiltIn)
            .All(kink => preActivations[k].All(z => Math.Abs(z - kink) > Margin)));

    private static bool IsTame(NetworkSpec spec, double[] o, double[] t) => spec.Loss.BuiltIn switch
    {
        Loss.MeanAbsoluteError => Away(0, o.Zip(t, (x, y) => x - y)),
        Loss.Huber => Away(spec.HuberDelta, o.Zip(t, (x, y) => Math.Abs(x - y))),
        Loss.BinaryHinge => Away(spec.HingeMargin, o.Zip(t, (x, y) => x * y)),
        Loss.MulticlassHinge => Away(-spec.HingeMargin, Others(o, t).Select(x => x - o[Label(t)])),
        Loss.BinaryCrossEntropy => o.All(x => x is > 1e-3 and < 1 - 1e-3),
        Loss.CategoricalCrossEntropy => o.All(x => x > 1e-4),
        Loss.CosineDistance => o.Sum(x => x * x) > SmallestNorm * SmallestNorm && t.Any(x => x != 0),
        _ => true,
    };

    private static int Label(double[] target) => Array.IndexOf(target, 1);

    private static IEnumerable<double> Others(double[] o, double[] t) => o.Where((_, j) => j != Label(t));

    private static bool Away(double kink, IEnumerable<double> values) => values.All(x => Math.Abs(x - kink) > Margin);
}
