using NetGen.Training;
using NetGen.TrainingTests.Networks;

namespace NetGen.TrainingTests.Trainers;

[Trait("Category", "Numeric")]
public class DeterminismTests
{
    private static readonly TrainingOptions Options = new() { Epochs = 3, BatchSize = 96, Seed = 5, ClipNorm = 0.5, MinimumPartRows = 16 };

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Same_seed_gives_the_same_bits_with_any_number_of_threads(int threads) =>
        Assert.Equal(Train(Options), Train(Options with { Threads = threads }));

    [Fact]
    public void Another_seed_gives_another_order() => Assert.NotEqual(Train(Options), Train(Options with { Seed = 6 }));

    [Fact]
    public void Reports_are_the_same_with_any_number_of_threads()
    {
        BlobsNetwork network = new(), other = new();
        TrainingResult one = Fit(network, Options), many = Fit(other, Options with { Threads = 3 });

        Assert.Equal(one.Epochs.Select(epoch => (epoch.Loss, epoch.ValidationLoss, epoch.Metrics["accuracy"])), many.Epochs.Select(epoch => (epoch.Loss, epoch.ValidationLoss, epoch.Metrics["accuracy"])));
        Assert.Equal(network.Parameters, other.Parameters);
    }

    [Fact]
    public void Without_shuffling_a_training_is_the_plain_loop()
    {
        BlobsNetwork network = new(3), expected = new(3);
        NetGen.Data.Dataset<float> data = Blobs.Draw(70, seed: 1);
        TrainingOptions options = new() { Epochs = 2, BatchSize = 32, Shuffle = false };
        new Trainer<float>(network, new Adam<float>(BlobsNetwork.ParameterCount), options).Fit(data);

        Adam<float> optimizer = new(BlobsNetwork.ParameterCount);
        float[] gradient = new float[BlobsNetwork.ParameterCount];
        for (int batch = 0; batch < 6; batch++)
        {
            NetGen.Data.Dataset<float> rows = data.Slice(batch % 3 * 32, batch % 3 == 2 ? 6 : 32);
            Array.Clear(gradient);
            expected.Backward(rows.Features, rows.Labels, gradient);
            optimizer.Step(expected.Parameters, gradient);
        }

        Assert.Equal(expected.Parameters, network.Parameters);
    }

    [Fact]
    public void Accumulated_batches_are_one_large_batch() =>
        Assert.Equal(Train(Options with { BatchSize = 48 }), Train(Options with { BatchSize = 12, AccumulationSteps = 4 }));

    [Fact]
    public void Parts_change_the_rounding_only()
    {
        float[] one = Train(Options with { MaximumParts = 1 }), four = Train(Options);

        Assert.NotEqual(one, four);
        Assert.All(one.Zip(four), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    private static float[] Train(TrainingOptions options)
    {
        WideNetwork network = new(1);
        new Trainer<float>(network, new Adam<float>(WideNetwork.ParameterCount), options).Fit(Signals.Draw<float>(250, 40, 40, seed: 2));
        return network.Parameters.ToArray();
    }

    private static TrainingResult Fit(BlobsNetwork network, TrainingOptions options) =>
        new Trainer<float>(network, new Sgd<float>(0.1), options) { Metrics = [Metrics.Metric.Accuracy<float>()] }
            .Fit(Blobs.Draw(400, seed: 3), Blobs.Draw(1100, seed: 4));
}
