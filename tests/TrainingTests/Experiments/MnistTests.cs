using NetGen.Data;
using NetGen.Metrics;
using NetGen.Testing;
using NetGen.Training;
using NetGen.TrainingTests.Networks;

namespace NetGen.TrainingTests.Experiments;

public class MnistTests
{
    private const string TrainingImages = "mnist/train-images-idx3-ubyte.gz";
    private const string TrainingLabels = "mnist/train-labels-idx1-ubyte.gz";
    private const string TestImages = "mnist/t10k-images-idx3-ubyte.gz";
    private const string TestLabels = "mnist/t10k-labels-idx1-ubyte.gz";

    /// <summary>PyTorch reaches 0.9746 to 0.9757 with these settings.</summary>
    [LargeDataFact(TrainingImages, TrainingLabels, TestImages, TestLabels)]
    public void Five_epochs_of_MNIST_reach_the_accuracy_of_PyTorch()
    {
        MnistNetwork network = new(seed: 2);
        TrainingOptions options = new() { Epochs = 5, BatchSize = 64, Seed = 2, Threads = 2 };
        Trainer<float> trainer = new(network, new Adam<float>(MnistNetwork.ParameterCount), options) { Metrics = [Metric.Accuracy<float>()] };
        TrainingResult result = trainer.Fit(Read(TrainingImages, TrainingLabels), Read(TestImages, TestLabels));

        Assert.InRange(result.Epochs[^1].Metrics["accuracy"], 0.974, 1);
    }

    private static Dataset<float> Read(string images, string labels) =>
        IdxFile.ReadLabelled<float>(LargeData.PathOf(images), LargeData.PathOf(labels));
}
