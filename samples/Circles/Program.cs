using System.Globalization;
using Charts;
using Circles;
using NetGen.Data;
using NetGen.Metrics;
using NetGen.Training;

const int seed = 1;
const double requiredAccuracy = 0.98;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var output = new OutputFolder(args);
Dataset<float> training = CirclesData.Generate(2000, seed);
Dataset<float> test = CirclesData.Generate(500, seed + 1);

var network = new CirclesNetwork(seed);
var optimizer = new Adam<float>(CirclesNetwork.ParameterCount, learningRate: 0.01);
var options = new TrainingOptions { Epochs = 100, BatchSize = 50, Seed = seed, Progress = new TrainingLog(every: 20) };
var trainer = new Trainer<float>(network, optimizer, options) { Metrics = [Metric.Accuracy<float>()] };
TrainingResult result = trainer.Fit(training, validation: test);

output.Write("circles.svg", new Picture(
    2,
    new LineChart(
        "Binary cross-entropy",
        "epoch",
        "loss",
        Series.Of("training", result.Epochs.Select(epoch => epoch.Loss)),
        Series.Of("new points", result.Epochs.Select(epoch => epoch.ValidationLoss!.Value)))
    { LogarithmicY = true },
    new BoundaryChart("2-4-3-1 network on new points", network, test, "outer circle", "inner circle")));

double accuracy = result.Epochs[^1].Metrics["accuracy"];
Console.WriteLine($"Accuracy on new points {accuracy:P1}, at least {requiredAccuracy:P0} is required.");
return accuracy >= requiredAccuracy ? 0 : 1;
