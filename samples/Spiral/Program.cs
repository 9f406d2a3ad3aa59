using System.Globalization;
using Charts;
using NetGen;
using NetGen.Data;
using NetGen.Metrics;
using NetGen.Training;
using Spiral;

const int seed = 1;
const double requiredAccuracy = 0.97;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var output = new OutputFolder(args);
Dataset<float> data = SpiralData.Generate(pointsPerArm: 100, seed);
string[] arms = ["arm 1", "arm 2", "arm 3"];

Console.WriteLine("Without a hidden layer:");
var linear = new LinearNetwork(seed);
TrainingResult linearResult = Train(linear, LinearNetwork.ParameterCount);
Console.WriteLine("With a hidden layer of 100:");
var network = new SpiralNetwork(seed);
TrainingResult result = Train(network, SpiralNetwork.ParameterCount);

output.Write("spiral.svg", new Picture(
    3,
    new LineChart(
        "Cross-entropy",
        "epoch",
        "loss",
        Series.Of("linear", linearResult.Epochs.Select(epoch => epoch.Loss)),
        Series.Of("hidden layer of 100", result.Epochs.Select(epoch => epoch.Loss)))
    { LogarithmicY = true },
    new BoundaryChart("2-3, linear", linear, data, arms),
    new BoundaryChart("2-100-3 with ReLU", network, data, arms)));

double accuracy = Accuracy(result);
Console.WriteLine($"Accuracy {accuracy:P1}, at least {requiredAccuracy:P0} is required; without a hidden layer {Accuracy(linearResult):P1}.");
return accuracy >= requiredAccuracy && accuracy > Accuracy(linearResult) ? 0 : 1;

// All points make one batch, as in the course.
TrainingResult Train(ITrainableNetwork<float> model, int parameterCount)
{
    var optimizer = new Adam<float>(parameterCount, learningRate: 0.02);
    var options = new TrainingOptions { Epochs = 500, BatchSize = data.Count, Shuffle = false, Progress = new TrainingLog(every: 100) };
    return new Trainer<float>(model, optimizer, options) { Metrics = [Metric.Accuracy<float>()] }.Fit(data);
}

static double Accuracy(TrainingResult result) => result.Epochs[^1].Metrics["accuracy"];
