using System.Globalization;
using NetGen.Training;
using OwnLoss;

const int seed = 1;
const int epochs = 20;
const int batchSize = 50 * StepSignals.Length;
const double requiredShare = 0.6;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool isAsByHand = WorkedExample.CheckAll();

StepSignals training = StepSignals.Generate(4000, seed);
StepSignals test = StepSignals.Generate(1000, seed + 1);
var network = new StepSignalNetwork(seed);
var optimizer = new Adam<double>(StepSignalNetwork.ParameterCount, learningRate: 3e-3);
double[] gradient = new double[StepSignalNetwork.ParameterCount];
for (int epoch = 1; epoch <= epochs; epoch++)
{
    for (int start = 0; start < training.Noisy.Length; start += batchSize)
    {
        Array.Clear(gradient);
        network.Backward(training.Noisy.AsSpan(start, batchSize), training.Clean.AsSpan(start, batchSize), gradient);
        optimizer.Step(network.Parameters, gradient);
    }

    if (epoch % 5 == 0)
        Console.WriteLine($"epoch {epoch,3}   loss on new signals {network.Evaluate(test.Noisy, test.Clean):F4}");
}

double loss = network.Evaluate(test.Noisy, test.Clean);
double lossOfNoise = test.MeanLossOfNoise();
Console.WriteLine($"Loss {loss:F4}, that of the noisy signals {lossOfNoise:F4}; at most {requiredShare:P0} of it is required.");
return isAsByHand && loss <= requiredShare * lossOfNoise ? 0 : 1;
