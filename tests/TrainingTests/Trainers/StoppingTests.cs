using NetGen.Data;
using NetGen.Metrics;
using NetGen.Training;
using NetGen.TrainingTests.Networks;

namespace NetGen.TrainingTests.Trainers;

public class StoppingTests
{
    private static readonly Dataset<float> Rows = Blobs.Draw(100, seed: 1);

    [Fact]
    public void Early_stopping_restores_the_best_parameters()
    {
        List<float[]> parameters = [];
        BlobsNetwork network = new(1);
        TrainingResult result = Scripted(network, [0.5, 0.7, 0.6, 0.69, 0.7], new() { Patience = 3, Metric = "scripted" }, parameters);

        Assert.Equal((StopReason.EarlyStopping, 2, 5), (result.Reason, result.BestEpoch, result.Epochs.Count));
        Assert.Equal([true, true, false, false, false], result.Epochs.Select(epoch => epoch.IsBest));
        Assert.Equal(parameters[1], network.Parameters);
        Assert.NotEqual(parameters[4], network.Parameters.ToArray());
    }

    [Fact]
    public void The_last_parameters_stay_where_the_best_are_not_asked_for()
    {
        List<float[]> parameters = [];
        BlobsNetwork network = new(1);
        Scripted(network, [0.7, 0.6, 0.5], new() { Patience = 2, Metric = "scripted", RestoreBest = false }, parameters);

        Assert.Equal(parameters[2], network.Parameters);
    }

    [Fact]
    public void An_improvement_below_the_minimum_does_not_count()
    {
        EarlyStopping stopping = new() { Patience = 2, Metric = "scripted", MinimumImprovement = 0.1 };

        Assert.Equal(1, Scripted(new(1), [0.5, 0.55, 0.6], stopping, []).BestEpoch);
        Assert.Equal(3, Scripted(new(1), [0.5, 0.55, 0.61, 0.6, 0.6], stopping, []).BestEpoch);
    }

    [Fact]
    public void The_best_parameters_are_restored_after_the_last_epoch_too()
    {
        List<float[]> parameters = [];
        BlobsNetwork network = new(1);
        TrainingResult result = Scripted(network, [0.6, 0.9, .. Enumerable.Repeat(0.5, 6)], new() { Patience = 99, Metric = "scripted" }, parameters);

        Assert.Equal(StopReason.Completed, result.Reason);
        Assert.Equal(parameters[1], network.Parameters);
    }

    [Fact]
    public void A_metric_that_is_better_when_lower_is_minimised()
    {
        Metric<float> falling = new("scripted", Script([3, 2, 4, 4]), HigherIsBetter: false);
        TrainingOptions options = new() { EarlyStopping = new() { Patience = 2, Metric = "scripted" } };

        Assert.Equal(2, Trainer(new(1), options, falling).Fit(Rows).BestEpoch);
    }

    [Fact]
    public void Cancellation_stops_after_the_update_under_way_and_fitting_goes_on_there()
    {
        using CancellationTokenSource source = new();
        List<StepReport> steps = [];
        BlobsNetwork network = new(1), uninterrupted = new(1);
        TrainingOptions options = new() { Epochs = 4, BatchSize = 16 };
        SynchronousProgress<StepReport> progress = new(step =>
        {
            steps.Add(step);
            if (steps.Count == 10)
                source.Cancel();
        });
        Trainer<float> trainer = Trainer(network, options with { StepProgress = progress });
        TrainingResult stopped = trainer.Fit(Rows, cancellationToken: source.Token);
        int stepsWhenStopped = steps.Count;
        TrainingResult resumed = trainer.Fit(Rows);
        TrainingResult expected = Trainer(uninterrupted, options).Fit(Rows);

        Assert.Equal((StopReason.Cancelled, 1, 10), (stopped.Reason, stopped.Epochs.Count, stepsWhenStopped));
        Assert.Equal(StopReason.Completed, resumed.Reason);
        Assert.Equal(expected.Epochs.Select(epoch => epoch.Loss), resumed.Epochs.Select(epoch => epoch.Loss));
        Assert.Equal(uninterrupted.Parameters, network.Parameters);
    }

    [Fact]
    public void A_cancelled_token_stops_before_the_first_update()
    {
        BlobsNetwork network = new(1);
        TrainingResult result = Trainer(network, new()).Fit(Rows, cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal((StopReason.Cancelled, 0), (result.Reason, result.Epochs.Count));
        Assert.Equal(new BlobsNetwork(1).Parameters, network.Parameters);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_feature_that_is_not_a_number_names_epoch_and_batch(int threads)
    {
        float[] features = Rows.Features.ToArray();
        features[2 * 70] = float.NaN;
        List<float[]> parameters = [];
        BlobsNetwork network = new(1);
        TrainingOptions options = new()
        {
            BatchSize = 16,
            Shuffle = false,
            Threads = threads,
            MinimumPartRows = 8,
            StepProgress = new SynchronousProgress<StepReport>(_ => parameters.Add(network.Parameters.ToArray())),
        };
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(
            () => Trainer(network, options).Fit(Dataset<float>.WithLabels(features, 2, Rows.Labels.ToArray(), 3)));

        Assert.Equal((1, 5), (exception.Epoch, exception.Batch));
        Assert.Contains("epoch 1, batch 5", exception.Message, StringComparison.Ordinal);
        Assert.Equal(parameters[3], network.Parameters);
    }

    [Fact]
    public void A_diverging_loss_is_caught_with_finite_parameters()
    {
        LineNetwork network = new();
        Trainer<double> trainer = new(network, new Sgd<double>(1e3), new() { Epochs = 1000, BatchSize = 8 });
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(Signals.Draw<double>(8, 1, 1, seed: 1)));

        Assert.InRange(exception.Epoch, 2, 999);
        Assert.True(double.IsFinite(network.Parameters[0]) && double.IsFinite(network.Parameters[1]));
    }

    [Fact]
    public void A_loss_beyond_the_limit_is_divergence()
    {
        LineNetwork network = new();
        Trainer<double> trainer = new(network, new Sgd<double>(1e3), new() { Epochs = 1000, BatchSize = 8, DivergenceLoss = 1e6 });

        Assert.InRange(Assert.Throws<TrainingDivergedException>(() => trainer.Fit(Signals.Draw<double>(8, 1, 1, seed: 1))).Loss, 1e6, 1e15);
    }

    private static TrainingResult Scripted(BlobsNetwork network, double[] figures, EarlyStopping stopping, List<float[]> parameters)
    {
        TrainingOptions options = new()
        {
            Epochs = 8,
            EarlyStopping = stopping,
            Progress = new SynchronousProgress<EpochReport>(_ => parameters.Add(network.Parameters.ToArray())),
        };
        return Trainer(network, options, new Metric<float>("scripted", Script(figures))).Fit(Rows);
    }

    /// <summary>A metric that returns these figures, one per epoch.</summary>
    private static MetricFunction<float> Script(double[] figures)
    {
        int epoch = 0;
        return (_, _) => figures[epoch++];
    }

    private static Trainer<float> Trainer(BlobsNetwork network, TrainingOptions options, params Metric<float>[] metrics) =>
        new(network, new Sgd<float>(0.1), options) { Metrics = metrics };
}
