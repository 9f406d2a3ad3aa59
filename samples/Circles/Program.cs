using System.Globalization;
using Circles;
using NetGen.Training;

const int seed = 1;
const int epochs = 1000;
const double requiredAccuracy = 0.98;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CirclesData training = CirclesData.Generate(1000, seed);
CirclesData test = CirclesData.Generate(1000, seed + 1);
var network = new CirclesNetwork(seed);
var optimizer = new Adam<float>(CirclesNetwork.ParameterCount, learningRate: 0.02);
float[] gradient = new float[CirclesNetwork.ParameterCount];
for (int epoch = 1; epoch <= epochs; epoch++)
{
    Array.Clear(gradient);
    float loss = network.Backward(training.Points, training.IsInner, gradient);
    optimizer.Step(network.Parameters, gradient);
    if (epoch % 100 == 0)
        Console.WriteLine($"epoch {epoch,4}   loss {loss:F4}   accuracy {training.Accuracy(network):P1}");
}

double accuracy = test.Accuracy(network);
Console.WriteLine($"Accuracy on new points {accuracy:P1}, at least {requiredAccuracy:P0} is required.");
return accuracy >= requiredAccuracy ? 0 : 1;
