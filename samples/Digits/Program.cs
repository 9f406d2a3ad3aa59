using System.Globalization;
using Digits;
using NetGen.Training;
using Spectre.Console;

const int seed = 1;
const int epochs = 30;
const int batchSize = 32;
const double requiredAccuracy = 0.97;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Split split = Split.Of(DigitsFile.Read(Path.Combine(AppContext.BaseDirectory, "digits.csv")), seed);
var network = new DigitsNetwork(seed);
var trainer = new Trainer(
    network, split.Training, batchSize, new Adam<float>(DigitsNetwork.ParameterCount, learningRate: 3e-3), seed);
AnsiConsole.MarkupLine(
    $"[bold]{DigitsNetwork.ParameterCount:N0} parameters[/], {split.Training.Count:N0} training and {split.Test.Count:N0} test images");

double accuracy = 0;
for (int epoch = 1; epoch <= epochs; epoch++)
{
    float loss = trainer.RunEpoch();
    accuracy = Prediction.Accuracy(network, split.Test);
    string bar = new('━', (int)Math.Round(accuracy * 30));
    AnsiConsole.MarkupLine($"epoch {epoch,2}   loss {loss:F4}   test accuracy {accuracy,6:P1}  [green]{bar}[/]");
}

AnsiConsole.WriteLine();
Gallery.Show(network, split.Test.Select([3, 50, 100, 150, 200, 250]), 6);
AnsiConsole.WriteLine();
AnsiConsole.MarkupLine(
    $"A training step of {batchSize} images took [bold]{trainer.StepTime.TotalMicroseconds / trainer.Steps:F1} µs[/] "
    + $"and allocated [bold]{trainer.AllocatedBytes / (double)trainer.Steps:0.##} bytes[/] on average of {trainer.Steps:N0} steps.");
AnsiConsole.MarkupLine($"Test accuracy [bold]{accuracy:P2}[/], at least {requiredAccuracy:P0} is required.");
return accuracy >= requiredAccuracy && trainer.AllocatedBytes == 0 ? 0 : 1;
