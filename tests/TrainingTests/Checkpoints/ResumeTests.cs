using NetGen.Data;
using NetGen.Files;
using NetGen.Metrics;
using NetGen.Training;
using NetGen.TrainingTests.Networks;
using NetGen.TrainingTests.Trainers;

namespace NetGen.TrainingTests.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private const int Batches = 7;
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-resume-").FullName;
    private readonly Dataset<float> _rows = Blobs.Draw(100, seed: 1);
    private readonly Dataset<float> _validation = Blobs.Draw(60, seed: 2);

    private string Path => System.IO.Path.Combine(_folder, "training.safetensors");

    public static TheoryData<string> Optimizers => ["Sgd", "Momentum", "Adam", "AdamW", "NAdam", "RAdam", "Adamax", "RmsProp", "Adagrad", "Adadelta"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Resume_equals_an_uninterrupted_run(string optimizer)
    {
        TrainingOptions options = new() { Epochs = 3, BatchSize = 16, Seed = 3 };
        Run expected = Train(optimizer, options);
        for (int step = 1; step < 3 * Batches; step += 4)
            AssertSame(expected, Interrupted(optimizer, options, step));
    }

    [Fact]
    public void Resume_goes_on_with_the_schedule()
    {
        TrainingOptions options = new()
        {
            Epochs = 3,
            BatchSize = 16,
            ScheduleUnit = ScheduleUnit.Step,
            Schedule = LearningRateSchedule.OneCycle(0.1, 3 * Batches),
        };
        AssertSame(Train("Momentum", options), Interrupted("Momentum", options, steps: 10));
    }

    [Fact]
    public void Resume_goes_on_with_the_plateau()
    {
        Run expected = Train("Sgd", WithPlateau());

        Assert.InRange(expected.Result.Epochs.Select(epoch => epoch.LearningRate).Distinct().Count(), 2, 8);
        AssertSame(expected, Interrupted("Sgd", WithPlateau, steps: 3 * Batches));
        AssertSame(expected, Interrupted("Sgd", WithPlateau, steps: (5 * Batches) + 2));

        static TrainingOptions WithPlateau() => new()
        {
            Epochs = 8,
            BatchSize = 16,
            ReduceOnPlateau = new(1, factor: 0.5, patience: 0, threshold: 0.2, cooldown: 1),
        };
    }

    [Fact]
    public void Resume_keeps_the_best_parameters_and_the_patience()
    {
        TrainingOptions options = new() { Epochs = 40, BatchSize = 16, EarlyStopping = new() { Patience = 3, Metric = "accuracy" } };
        Run expected = Train("Momentum", options);

        Assert.Equal(StopReason.EarlyStopping, expected.Result.Reason);
        for (int step = 4; step < Batches * expected.Result.Epochs.Count; step += 9)
            AssertSame(expected, Interrupted("Momentum", options, step));
    }

    [Fact]
    public void Resume_needs_neither_the_same_number_of_threads_nor_of_epochs()
    {
        TrainingOptions options = new() { Epochs = 4, BatchSize = 64, MinimumPartRows = 8 };
        Run expected = Train("Adam", options);
        Create("Adam", options with { Epochs = 1, Checkpoint = new(Path) }).Trainer.Fit(_rows, _validation);
        Run resumed = Create("Adam", options with { Threads = 3 });
        resumed.Trainer.Load(Path);

        AssertSame(expected, resumed with { Result = resumed.Trainer.Fit(_rows, _validation) });
    }

    [Fact]
    public void A_checkpoint_is_a_model_file()
    {
        Run run = Create("Adam", new() { Epochs = 1, Checkpoint = new(Path) });
        run.Trainer.Fit(_rows);
        BlobsNetwork loaded = new();
        loaded.Load(Path, new ModelFileOptions { IgnoreExtraTensors = true });

        Assert.Equal(run.Network.Parameters, loaded.Parameters);
    }

    [Fact]
    public void Checkpoints_are_written_after_the_steps_and_epochs_that_are_asked_for()
    {
        List<string> written = [];
        int steps = 0;
        SynchronousProgress<StepReport> watch = new(_ =>
        {
            if (File.Exists(Path))
            {
                written.Add($"before step {steps}");
                File.Delete(Path);
            }

            steps++;
        });
        Create("Sgd", new() { Epochs = 3, BatchSize = 16, StepProgress = watch, Checkpoint = new(Path) { EveryEpochs = 2, EverySteps = 5 } }).Trainer.Fit(_rows);

        Assert.Equal(["before step 5", "before step 10", "before step 14", "before step 15", "before step 20"], written);
    }

    [Fact]
    public void A_checkpoint_of_another_training_is_refused_and_changes_nothing()
    {
        TrainingOptions options = new() { Epochs = 1, BatchSize = 16 };
        Create("Adam", options with { Checkpoint = new(Path) }).Trainer.Fit(_rows);

        AssertRefused("'batch_size' is 16, but the trainer has 8", Create("Adam", options with { BatchSize = 8 }));
        AssertRefused("'seed' is 0, but the trainer has 1", Create("Adam", options with { Seed = 1 }));
        AssertRefused("'optimizer' is Adam`1, but the trainer has Sgd`1", Create("Sgd", options));
        WideNetwork other = new(1);
        float[] before = other.Parameters.ToArray();
        Assert.Throws<ModelFileException>(() => new Trainer<float>(other, new Adam<float>(WideNetwork.ParameterCount), options).Load(Path));
        Assert.Equal(before, other.Parameters);
    }

    [Fact]
    public void A_model_file_is_no_checkpoint()
    {
        new BlobsNetwork().Save(Path);

        AssertRefused("it is no checkpoint", Create("Adam", new()));
    }

    [Fact]
    public void A_truncated_checkpoint_is_refused_and_changes_nothing()
    {
        Create("Adam", new() { Epochs = 1, Checkpoint = new(Path) }).Trainer.Fit(_rows);
        byte[] whole = File.ReadAllBytes(Path);
        for (int length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(Path, whole[..length]);
            AssertRefused(Path, Create("Adam", new()));
        }
    }

    [Fact]
    public void Other_rows_are_refused_after_loading()
    {
        Create("Adam", new() { Epochs = 1, Checkpoint = new(Path) }).Trainer.Fit(_rows);
        Run run = Create("Adam", new() { Epochs = 2 });
        run.Trainer.Load(Path);

        Assert.Throws<ArgumentException>("training", () => run.Trainer.Fit(_rows.Slice(0, 99)));
    }

    private static void AssertRefused(string reason, Run run)
    {
        float[] before = run.Network.Parameters.ToArray();
        string path = System.IO.Path.Combine(run.Folder, "training.safetensors");
        ModelFileException exception = Assert.Throws<ModelFileException>(() => run.Trainer.Load(path));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, run.Network.Parameters);
        Assert.Empty(run.Trainer.History);
    }

    private static void AssertSame(Run expected, Run resumed)
    {
        Assert.Equal(expected.Network.Parameters, resumed.Network.Parameters);
        Assert.Equal((expected.Result.Reason, expected.Result.BestEpoch), (resumed.Result.Reason, resumed.Result.BestEpoch));
        Assert.Equal(Figures(expected), Figures(resumed));
    }

    private static IEnumerable<(int, double, double?, double, double, bool)> Figures(Run run) => run.Result.Epochs.Select(
        epoch => (epoch.Epoch, epoch.Loss, epoch.ValidationLoss, epoch.Metrics["accuracy"], epoch.LearningRate, epoch.IsBest));

    private Run Train(string optimizer, TrainingOptions options)
    {
        Run run = Create(optimizer, options);
        return run with { Result = run.Trainer.Fit(_rows, _validation) };
    }

    /// <summary>Cancels after a step, saves, and goes on in a new trainer of a new network.</summary>
    private Run Interrupted(string optimizer, TrainingOptions options, int steps) => Interrupted(optimizer, () => options, steps);

    private Run Interrupted(string optimizer, Func<TrainingOptions> options, int steps)
    {
        using CancellationTokenSource source = new();
        SynchronousProgress<StepReport> countdown = new(_ =>
        {
            if (--steps == 0)
                source.Cancel();
        });
        Trainer<float> first = Create(optimizer, options() with { StepProgress = countdown }).Trainer;
        first.Fit(_rows, _validation, source.Token);
        first.Save(Path);
        Run resumed = Create(optimizer, options());
        resumed.Trainer.Load(Path);
        return resumed with { Result = resumed.Trainer.Fit(_rows, _validation) };
    }

    private Run Create(string optimizer, TrainingOptions options)
    {
        BlobsNetwork network = new(1);
        return new Run(network, new Trainer<float>(network, Optimizer(optimizer), options) { Metrics = [Metric.Accuracy<float>()] }, _folder);
    }

    private static Optimizer<float> Optimizer(string name) => name switch
    {
        "Sgd" => new Sgd<float>(0.05),
        "Momentum" => new Sgd<float>(BlobsNetwork.ParameterCount, 0.05, momentum: 0.9, nesterov: true),
        "Adam" => new Adam<float>(BlobsNetwork.ParameterCount, 0.01),
        "AdamW" => new AdamW<float>(BlobsNetwork.ParameterCount, 0.01, amsGrad: true),
        "NAdam" => new NAdam<float>(BlobsNetwork.ParameterCount, 0.01),
        "RAdam" => new RAdam<float>(BlobsNetwork.ParameterCount, 0.01),
        "Adamax" => new Adamax<float>(BlobsNetwork.ParameterCount, 0.01),
        "RmsProp" => new RmsProp<float>(BlobsNetwork.ParameterCount, 0.01, momentum: 0.9, centered: true),
        "Adagrad" => new Adagrad<float>(BlobsNetwork.ParameterCount, 0.01),
        "Adadelta" => new Adadelta<float>(BlobsNetwork.ParameterCount, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private sealed record Run(BlobsNetwork Network, Trainer<float> Trainer, string Folder)
    {
        public TrainingResult Result { get; init; } = new(StopReason.Completed, [], 0);
    }
}
