using FsCheck;
using FsCheck.Fluent;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>A network drawn at random, with the number of rows and the seed of its data.</summary>
internal sealed record RandomNetwork(NetworkSpec Spec, int Rows, int Seed);

/// <summary>The distribution of declarations that random tests draw from; the same seed draws the same list.</summary>
internal static class RandomNetworks
{
    private const ulong Seed = 20240501;
    private const int LargestSize = 70;
    private const int LargestBatch = 9;

    /// <summary>Sizes at which vector loops change: one, below, at and above each vector width.</summary>
    private static readonly int[] TellingSizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65];

    public static RandomNetwork[] Draw(int count) => Networks.Sample(count, new Rnd(Seed), size: 50);

    private static Gen<int> Size => Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, LargestSize), Gen.Elements(TellingSizes));

    private static Gen<RandomNetwork> Networks =>
        from spec in Specs
        from rows in Gen.Choose(1, LargestBatch)
        from seed in Gen.Choose(1, 1_000_000)
        select new RandomNetwork(spec, rows, seed);

    private static Gen<NetworkSpec> Specs =>
        from depth in Gen.Choose(1, 5)
        from sizes in Gen.ArrayOf(Size, depth)
        from hidden in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Activation>()), depth - 1)
        from last in LastLayer
        from options in Options
        select options with
        {
            Layers = [.. sizes, Math.Max(last.LeastOutputs, sizes[^1])],
            Activations = [.. hidden.Select(x => (ActivationSpec)x), last.Activation],
            Loss = last.Loss,
        };

    private static Gen<(Activation Activation, Loss Loss, int LeastOutputs)> LastLayer =>
        from pair in Gen.Elements(Pairings.All)
        let leastOutputs = pair.Loss == Loss.CosineDistance || pair.Activation == Activation.Softmax ? 2 : 1
        select (pair.Activation, pair.Loss, leastOutputs);

    private static Gen<NetworkSpec> Options =>
        from precision in Gen.Elements(Enum.GetValues<Precision>())
        from initializer in Gen.Elements(Enum.GetValues<Initializer>())
        from reduction in Gen.Elements(Enum.GetValues<LossReduction>())
        from bias in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from slope in Gen.Elements(0.01, 0.25)
        from alpha in Gen.Elements(1, 0.5)
        from delta in Gen.Elements(1, 0.625)
        from margin in Gen.Elements(1, 0.75)
        select new NetworkSpec([1, 1], [Activation.Identity], Loss.MeanSquaredError)
        {
            Precision = precision,
            Initializer = initializer,
            Reduction = reduction,
            Bias = bias,
            LeakyReLUSlope = slope,
            ELUAlpha = alpha,
            HuberDelta = delta,
            HingeMargin = margin,
        };
}
