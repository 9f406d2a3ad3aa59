using System.Globalization;
using NetGen;
using NetGen.Data;
using NetGen.Files;
using NetGen.Metrics;
using NetGen.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["first-prediction", var start])
    return FirstPrediction.Print(long.Parse(start));

TrainOnDisc();
TrainOnSectors();
TrainWithOwnOperators();
ResumeFromCheckpoint();
return 0;

// Trains, saves, loads and predicts.
static void TrainOnDisc()
{
    var network = new DiscNetwork(seed: 1);
    var optimizer = new Adam<double>(DiscNetwork.ParameterCount, learningRate: 3e-2);
    var trainer = new Trainer<double>(network, optimizer, new() { Epochs = 60, BatchSize = 20, Seed = 1 }) { Metrics = [Metric.Accuracy<double>()] };
    (Dataset<double> training, Dataset<double> test) = Points.InDisc.Split(heldShare: 0.25, seed: 1);
    Report("disc", trainer.Fit(training, validation: test));
    network.Save("disc.safetensors");

    var loaded = new DiscNetwork();
    loaded.Load("disc.safetensors");
    double[] predictions = new double[6];
    loaded.Forward(Points.Coordinates.AsSpan(0, 12), predictions);
    Print("disc predictions", predictions);
    Print("disc parameters that differ", network.Parameters.ToArray().Zip(loaded.Parameters.ToArray()).Count(p => p.First != p.Second));
    Console.WriteLine(network);
}

// Labels, single precision, threads, schedules, early stopping, a scaling in the file.
static void TrainOnSectors()
{
    var network = new SectorNetwork(seed: 2);
    TrainingOptions options = new()
    {
        Epochs = 4,
        Seed = 2,
        BatchSize = 60,
        Threads = 2,
        MinimumPartRows = 16,
        Schedule = LearningRateSchedule.CosineAnnealing(0.05, steps: 4).WithWarmUp(steps: 1),
        EarlyStopping = new EarlyStopping { Patience = 4 },
    };
    AffineScaling<float> scaling = Standardization.Fit(Points.InSectors);
    Dataset<float> data = scaling.Transform(Points.InSectors);
    var trainer = new Trainer<float>(network, new Sgd<float>(SectorNetwork.ParameterCount, learningRate: 0.05, momentum: 0.9), options);
    Report("sectors", trainer.Fit(data));
    new SafeTensorsBuilder().AddNetwork(network).AddScaling("inputs", scaling).Save("sectors.safetensors");

    var loaded = new SectorNetwork();
    AffineScaling<float> read = loaded.Load("sectors.safetensors").ReadScaling<float>("inputs");
    float[] logits = new float[9];
    loaded.Forward(read.Transform(Points.InSectors).Features[..6], logits);
    Print("sectors logits", logits.Select(x => (double)x));
}

static void TrainWithOwnOperators()
{
    var network = new OwnNetwork(seed: 3);
    var trainer = new Trainer<double>(network, new RmsProp<double>(OwnNetwork.ParameterCount), new() { Epochs = 5, Seed = 3 });
    Report("own operators", trainer.Fit(Points.Rotated));
    GradientCheckResult check = GradientCheck.Run(network, [0.3, -0.7], [1.0, 0.0]);
    Print("own gradient is right", check.RelativeDifference < 1e-5 ? 1 : 0);
}

static void ResumeFromCheckpoint()
{
    var options = new TrainingOptions { Epochs = 2, Seed = 4, Checkpoint = new CheckpointOptions("disc.checkpoint") };
    var network = new DiscNetwork(seed: 4);
    new Trainer<double>(network, new NAdam<double>(DiscNetwork.ParameterCount), options).Fit(Points.InDisc);

    var resumed = new DiscNetwork();
    var trainer = new Trainer<double>(resumed, new NAdam<double>(DiscNetwork.ParameterCount), options with { Epochs = 4 });
    trainer.Load("disc.checkpoint");
    Report("resumed", trainer.Fit(Points.InDisc));
}

static void Report(string name, TrainingResult result)
{
    Print($"{name} losses", result.Epochs.Select(epoch => epoch.Loss));
    foreach ((string metric, double value) in result.Epochs[^1].Metrics)
        Print($"{name} {metric}", value);
}

static void Print(string name, params IEnumerable<double> values) => Console.WriteLine($"{name}: {string.Join(' ', values)}");
