using Charts;
using NetGen.Data;
using NetGen.Training;

namespace Regression;

/// <summary>Learns to add three digits from a third of all triples: rounded, the sums of the others are right too.</summary>
internal static class Sums
{
    private const int Seed = 1;
    private const double LargestError = 0.5;

    /// <summary>Trains and tests; whether every sum is right.</summary>
    public static bool Run(OutputFolder output)
    {
        (Dataset<float> training, Dataset<float> test) = AllTriples().Split(heldShare: 2.0 / 3, Seed);
        AffineScaling<float> features = Standardization.Fit(training);
        AffineScaling<float> targets = Standardization.FitTargets(training);
        var network = new SumNetwork(Seed);
        var options = new TrainingOptions
        {
            Epochs = 150,
            BatchSize = 16,
            Seed = Seed,
            Schedule = LearningRateSchedule.CosineAnnealing(0.03, 150),
            Progress = new TrainingLog(every: 30),
        };
        Console.WriteLine("The sum of three digits:");
        var trainer = new Trainer<float>(network, new Adam<float>(SumNetwork.ParameterCount), options);
        TrainingResult result = trainer.Fit(targets.TransformTargets(features.Transform(training)));

        float[] sums = Add(network, features, targets, test.Features);
        double error = sums.Zip(test.Targets.ToArray(), (sum, target) => Math.Abs(sum - target)).Max();
        Console.WriteLine($"3 + 1 + 0 = {Add(network, features, targets, [3, 1, 0])[0]:F3}");
        Console.WriteLine($"{test.Count} new sums: the largest error is {error:F3}, below {LargestError} is required.");
        output.Write("regression-sum.svg", new Picture(
            1,
            new LineChart("Learning to add", "epoch", "mean squared error", Series.Of("loss", result.Epochs.Select(epoch => epoch.Loss))) { LogarithmicY = true }));
        return error < LargestError;
    }

    private static Dataset<float> AllTriples()
    {
        float[][] triples = [.. Enumerable.Range(0, 1000).Select(i => new float[] { i / 100, i / 10 % 10, i % 10 })];
        return Dataset<float>.WithTargets(triples.SelectMany(triple => triple).ToArray(), 3, triples.Select(triple => triple.Sum()).ToArray(), 1);
    }

    /// <summary>What is scaled for the training is scaled for the use, and the output scaled back.</summary>
    private static float[] Add(SumNetwork network, AffineScaling<float> features, AffineScaling<float> targets, ReadOnlySpan<float> triples)
    {
        float[] inputs = new float[triples.Length];
        float[] sums = new float[triples.Length / SumNetwork.InputSize];
        features.Transform(triples, inputs);
        network.Forward(inputs, sums);
        targets.Inverse(sums, sums);
        return sums;
    }
}
