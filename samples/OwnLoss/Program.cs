using System.Globalization;
using Charts;
using NetGen.Training;
using OwnLoss;

const int seed = 1;
const double requiredShare = 0.6;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool isAsByHand = WorkedExample.CheckAll();

StepSignals test = StepSignals.Generate(1000, seed + 1);
var network = new StepSignalNetwork(seed);
var optimizer = new Adam<double>(StepSignalNetwork.ParameterCount);
var options = new TrainingOptions
{
    Epochs = 20,
    BatchSize = 50,
    Seed = seed,
    Schedule = LearningRateSchedule.CosineAnnealing(3e-3, 20),
    Progress = new TrainingLog(every: 5),
};
new Trainer<double>(network, optimizer, options).Fit(StepSignals.Generate(4000, seed).ToDataset(), test.ToDataset());

double loss = network.Evaluate(test.Noisy, test.Clean);
double lossOfNoise = test.MeanLossOfNoise();
Console.WriteLine($"Loss {loss:F4}, that of the noisy signals {lossOfNoise:F4}; at most {requiredShare:P0} of it is required.");
return isAsByHand && loss <= requiredShare * lossOfNoise ? 0 : 1;
