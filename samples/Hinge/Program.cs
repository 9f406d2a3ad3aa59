using System.Globalization;
using Charts;
using Hinge;
using NetGen.Data;
using NetGen.Metrics;
using NetGen.Training;

const int seed = 1;
const double requiredAccuracy = 0.95;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var output = new OutputFolder(args);
Dataset<float> petals = IrisFile.ReadPetals(Path.Combine(AppContext.BaseDirectory, "iris.csv"));
Dataset<float> data = Standardization.Fit(petals).Transform(petals);

// A support vector machine is the hinge loss and a decay of the weights, which keeps the margins wide.
var network = new IrisNetwork(seed);
var optimizer = new Sgd<float>(
    IrisNetwork.ParameterCount, learningRate: 0.1, momentum: 0.9, weightDecay: 1e-3, layers: IrisNetwork.Layers);
var options = new TrainingOptions
{
    Epochs = 200,
    BatchSize = 50,
    Seed = seed,
    Schedule = LearningRateSchedule.CosineAnnealing(0.1, 200),
    Progress = new TrainingLog(every: 40),
};
TrainingResult result = new Trainer<float>(network, optimizer, options) { Metrics = [Metric.Accuracy<float>()] }.Fit(data);

float[] scores = new float[data.Count * IrisNetwork.OutputSize];
network.Forward(data.Features, scores);
ConfusionMatrix confusion = ConfusionMatrix.Of(scores, data.Labels, IrisNetwork.OutputSize);
Console.WriteLine(confusion);

output.Write("hinge.svg", new Picture(
    2,
    new LineChart("Multiclass hinge loss", "epoch", "loss", Series.Of("loss", result.Epochs.Select(epoch => epoch.Loss))),
    new BoundaryChart("Petals, standardised", network, data, IrisFile.Species)));

Console.WriteLine($"Accuracy {confusion.Accuracy:P1}, at least {requiredAccuracy:P0} is required.");
return confusion.Accuracy >= requiredAccuracy ? 0 : 1;
