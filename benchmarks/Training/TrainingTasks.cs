using NetGen.Data;
using NetGen.TrainingBenchmark.Data;
using NetGen.TrainingBenchmark.Networks;

namespace NetGen.TrainingBenchmark;

/// <summary>The trainings that are measured.</summary>
internal static class TrainingTasks
{
    private const int SplitSeed = 1;
    private const double TestShare = 0.2;
    private const int CirclePoints = 1000;

    public static IEnumerable<TrainingTask> All(string? mnist)
    {
        if (mnist is not null)
        {
            yield return new("MNIST", [784, 128, 10], Activation.ReLU, 5, 64, 1e-3, Images(mnist, "train"), Images(mnist, "t10k"), seed => new MnistNetwork(seed));
        }

        (Dataset<float> training, Dataset<float> test) = DigitsFile.Read().Split(TestShare, SplitSeed, stratified: true);
        yield return new("digits", [64, 64, 10], Activation.ReLU, 50, 32, 1e-3, training, test, seed => new DigitsNetwork(seed));

        (training, test) = CirclesData.Generate(CirclePoints, SplitSeed).Split(TestShare, SplitSeed);
        yield return new("circles", [2, 16, 1], Activation.Tanh, 100, 32, 1e-2, training, test, seed => new CirclesNetwork(seed));
    }

    private static Dataset<float> Images(string folder, string prefix) => IdxFile.ReadLabelled<float>(
        Path.Combine(folder, prefix + "-images-idx3-ubyte.gz"), Path.Combine(folder, prefix + "-labels-idx1-ubyte.gz"));
}
