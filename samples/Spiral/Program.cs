using System.Globalization;
using NetGen.Training;
using Spiral;

const int seed = 1;
const int epochs = 1000;
const double requiredAccuracy = 0.97;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
SpiralData data = SpiralData.Generate(pointsPerArm: 100, seed);
var network = new SpiralNetwork(seed);
var optimizer = new Adam<float>(SpiralNetwork.ParameterCount, learningRate: 0.02);
float[] gradient = new float[SpiralNetwork.ParameterCount];
for (int epoch = 1; epoch <= epochs; epoch++)
{
    Array.Clear(gradient);
    float loss = network.Backward(data.Points, data.Arms, gradient);
    optimizer.Step(network.Parameters, gradient);
    if (epoch % 100 == 0)
        Console.WriteLine($"epoch {epoch,4}   loss {loss:F4}   accuracy {data.Accuracy(network):P1}");
}

double accuracy = data.Accuracy(network);
Console.WriteLine($"Accuracy {accuracy:P1}, at least {requiredAccuracy:P0} is required.");
return accuracy >= requiredAccuracy ? 0 : 1;
