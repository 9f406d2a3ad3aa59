using NetGen.Data;
using NetGen.Metrics;
using NetGen.Training;
using NetGen.TrainingTests.Networks;

namespace NetGen.TrainingTests.Trainers;

public class TrainerTests
{
    [Fact]
    public void A_training_learns_classes()
    {
        BlobsNetwork network = new(1);
        TrainingResult result = Trainer(network, new() { Epochs = 20, ValidationShare = 0.25, Stratified = true }).Fit(Blobs.Draw(600, seed: 1));

        Assert.Equal(StopReason.Completed, result.Reason);
        Assert.Equal(20, result.Epochs.Count);
        Assert.InRange(result.Epochs[^1].Metrics["accuracy"], 0.95, 1);
        Assert.True(result.Epochs[^1].ValidationLoss < result.Epochs[0].ValidationLoss / 2);
    }

    [Fact]
    public void A_report_holds_the_figures_of_its_epoch()
    {
        List<EpochReport> reports = [];
        BlobsNetwork network = new(1);
        Dataset<float> data = Blobs.Draw(100, seed: 1), validation = Blobs.Draw(50, seed: 2);
        Trainer<float> trainer = Trainer(network, new() { Epochs = 2, Progress = new SynchronousProgress<EpochReport>(reports.Add) });
        TrainingResult result = trainer.Fit(data, validation);
        float[] outputs = new float[validation.Count * BlobsNetwork.OutputSize];
        network.Forward(validation.Features, outputs);

        Assert.Equal(result.Epochs, reports);
        Assert.Equal(trainer.History, reports);
        Assert.Equal([1, 2], reports.Select(report => report.Epoch));
        Assert.All(reports, report => Assert.Equal(0.01, report.LearningRate));
        Assert.All(reports, report => Assert.True(report.Elapsed > TimeSpan.Zero && report.RowsPerSecond > 0));
        Assert.Equal(network.Evaluate(validation.Features, validation.Labels), reports[1].ValidationLoss!.Value, 1e-6);
        Assert.Equal(Classification.Accuracy<float>(outputs, validation.Labels, BlobsNetwork.OutputSize), reports[1].Metrics["accuracy"]);
    }

    [Fact]
    public void Without_validation_rows_the_metrics_are_those_of_the_training_rows()
    {
        BlobsNetwork network = new(1);
        Dataset<float> data = Blobs.Draw(60, seed: 1);
        EpochReport report = Trainer(network, new() { Epochs = 1 }).Fit(data).Epochs[0];
        float[] outputs = new float[data.Count * BlobsNetwork.OutputSize];
        network.Forward(data.Features, outputs);

        Assert.Null(report.ValidationLoss);
        Assert.Equal(Classification.Accuracy<float>(outputs, data.Labels, BlobsNetwork.OutputSize), report.Metrics["accuracy"]);
    }

    [Fact]
    public void Steps_report_the_rows_of_the_epoch_so_far()
    {
        List<StepReport> reports = [];
        Trainer(new(1), new() { Epochs = 2, BatchSize = 40, StepProgress = new SynchronousProgress<StepReport>(reports.Add) }).Fit(Blobs.Draw(100, seed: 1));

        Assert.Equal([(1, 40), (1, 80), (1, 100), (2, 40), (2, 80), (2, 100)], reports.Select(report => (report.Epoch, report.Rows)));
        Assert.All(reports, report => Assert.Equal(100, report.RowCount));
    }

    [Fact]
    public void An_epoch_shows_every_row_once()
    {
        // The loss of an epoch at learning rate 0 is the mean over all rows, in whatever order.
        BlobsNetwork network = new(1);
        Dataset<float> data = Blobs.Draw(100, seed: 1);
        TrainingResult result = new Trainer<float>(network, new Sgd<float>(0), new() { Epochs = 3, BatchSize = 16 }).Fit(data);

        Assert.All(result.Epochs, epoch => Assert.Equal(network.Evaluate(data.Features, data.Labels), epoch.Loss, 1e-6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_allocates_nothing(int threads)
    {
        long[] bytes = new long[1000];
        int count = 0;
        SynchronousProgress<StepReport> probe = new(_ => bytes[count++] = GC.GetAllocatedBytesForCurrentThread());
        TrainingOptions options = new()
        {
            Epochs = 20,
            BatchSize = 64,
            Threads = threads,
            ClipNorm = 1,
            ClipValue = 1,
            StepProgress = probe,
        };
        new Trainer<float>(new WideNetwork(), new Adam<float>(WideNetwork.ParameterCount), options).Fit(Signals.Draw<float>(640, 40, 40, seed: 1));
        long[] differences = [.. Enumerable.Range(1, count - 1).Select(i => bytes[i] - bytes[i - 1])];

        // Between epochs a report is made, in the first one methods are compiled; a collection may disturb a few.
        Assert.Equal(200, count);
        Assert.InRange(differences.Count(difference => difference != 0), 0, 20 + 10);
        Assert.Equal(0, differences.Where((_, i) => i % 10 != 9).Order().ElementAt(170));
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("options.Epochs", () => Trainer(new(), new() { Epochs = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.BatchSize", () => Trainer(new(), new() { BatchSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.AccumulationSteps", () => Trainer(new(), new() { AccumulationSteps = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.Threads", () => Trainer(new(), new() { Threads = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.MaximumParts", () => Trainer(new(), new() { MaximumParts = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.ValidationShare", () => Trainer(new(), new() { ValidationShare = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.ClipNorm", () => Trainer(new(), new() { ClipNorm = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.ClipValue", () => Trainer(new(), new() { ClipValue = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("stopping.Patience", () => Trainer(new(), new() { EarlyStopping = new() { Patience = 0 } }));
        Assert.Throws<ArgumentException>("options", () => Trainer(new(), new() { Schedule = LearningRateSchedule.Constant(1), ReduceOnPlateau = new(1) }));
        Assert.Throws<ArgumentException>("checkpoint.Path", () => Trainer(new(), new() { Checkpoint = new("") }));
    }

    [Fact]
    public void Data_that_do_not_fit_the_network_are_refused()
    {
        Trainer<float> trainer = Trainer(new(), new());
        Dataset<float> fits = Blobs.Draw(10, seed: 1);

        Assert.Throws<ArgumentException>("training", () => trainer.Fit(Signals.Draw<float>(10, 3, 3, seed: 1)));
        Assert.Throws<ArgumentException>("training", () => trainer.Fit(Signals.Draw<float>(10, 2, 2, seed: 1)));
        Assert.Throws<ArgumentException>("training", () => trainer.Fit(Dataset<float>.WithLabels(new float[4], 2, new[] { 3, 0 }, 4)));
        Assert.Throws<ArgumentException>("training", () => trainer.Fit(fits.Slice(0, 0)));
        Assert.Throws<ArgumentException>("validation", () => trainer.Fit(fits, Signals.Draw<float>(10, 3, 3, seed: 1)));
        Assert.Throws<ArgumentException>("training", () => new Trainer<float>(new WideNetwork(), new Sgd<float>(1)).Fit(fits));
        Assert.Throws<ArgumentException>("training", () => Trainer(new(), new() { EarlyStopping = new() { Metric = "recall" } }).Fit(fits));
        Assert.Throws<ArgumentException>("training", () => Trainer(new(), new() { PlateauMetric = "recall" }).Fit(fits));
    }

    [Fact]
    public void A_schedule_sets_the_rate_of_each_epoch_or_step()
    {
        LearningRateSchedule schedule = LearningRateSchedule.ExponentialDecay(0.5, 0.5);
        List<double> rates = [];
        TrainingOptions options = new()
        {
            Epochs = 3,
            BatchSize = 50,
            Schedule = schedule,
            StepProgress = new SynchronousProgress<StepReport>(step => rates.Add(step.LearningRate)),
        };
        Trainer(new(), options).Fit(Blobs.Draw(100, seed: 1));
        Trainer(new(), options with { ScheduleUnit = ScheduleUnit.Step }).Fit(Blobs.Draw(100, seed: 1));

        Assert.Equal([0.5, 0.5, 0.25, 0.25, 0.125, 0.125, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625], rates);
    }

    [Fact]
    public void A_plateau_lowers_the_rate_after_the_epochs_that_are_put_up_with()
    {
        TrainingOptions options = new() { Epochs = 5, ReduceOnPlateau = new(0.5, factor: 0.5, patience: 1, maximize: true), PlateauMetric = "constant" };
        Trainer<float> trainer = new(new BlobsNetwork(), new Sgd<float>(9), options) { Metrics = [new("constant", (_, _) => 1)] };

        Assert.Equal([0.5, 0.5, 0.5, 0.25, 0.25], trainer.Fit(Blobs.Draw(100, seed: 1)).Epochs.Select(epoch => epoch.LearningRate));
    }

    [Fact]
    public void Clipping_limits_the_update_of_a_step()
    {
        BlobsNetwork network = new(1);
        new Trainer<float>(network, new Sgd<float>(1), new() { Epochs = 1, BatchSize = 100, ClipNorm = 1e-3 }).Fit(Blobs.Draw(100, seed: 1));
        double square = 0;
        foreach ((float after, float before) in network.Parameters.ToArray().Zip(new BlobsNetwork(1).Parameters.ToArray()))
            square += Math.Pow(after - before, 2);

        Assert.Equal(1e-3, Math.Sqrt(square), 1e-6);
    }

    private static Trainer<float> Trainer(BlobsNetwork network, TrainingOptions options) =>
        new(network, new Adam<float>(BlobsNetwork.ParameterCount, learningRate: 0.01), options) { Metrics = [Metric.Accuracy<float>()] };
}
