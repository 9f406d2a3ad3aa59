using System.Diagnostics;
using NetGen.Metrics;
using NetGen.Training;

namespace NetGen.TrainingBenchmark;

/// <summary>Trains a generated network.</summary>
internal static class NetGenContender
{
    public static Measurement Train(TrainingTask task, int seed, int threads)
    {
        long start = Stopwatch.GetTimestamp();
        ITrainableNetwork<float> network = task.Create(seed);
        Adam<float> optimizer = new(network.Parameters.Length, task.LearningRate);
        TrainingOptions options = new() { Epochs = task.Epochs, BatchSize = task.BatchSize, Seed = seed, Threads = threads };
        new Trainer<float>(network, optimizer, options).Fit(task.Training);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Measurement(seconds, Accuracy(task, network));
    }

    private static double Accuracy(TrainingTask task, ITrainableNetwork<float> network)
    {
        float[] outputs = new float[task.Test.Count * task.Sizes[^1]];
        network.Forward(task.Test.Features, outputs);
        return task.IsBinary
            ? Classification.Accuracy<float>(outputs, task.Test.Targets, outputSize: 1, threshold: 0)
            : Classification.Accuracy<float>(outputs, task.Test.Labels, task.Sizes[^1]);
    }
}
