using System.Globalization;
using Digits;
using NetGen.Training;
using Spectre.Console;

const int splitSeed = 2;
const int seed = 1;
const int epochs = 30;
const int batchSize = 32;
const double requiredAccuracy = 0.97;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
UseAnsiOnlyInTerminals();
Split split = Split.Of(DigitsFile.Read(Path.Combine(AppContext.BaseDirectory, "digits.csv")), splitSeed);
var network = new DigitsNetwork(seed);
var trainer = new Trainer(
    network, split.Training, batchSize, new Adam<float>(DigitsNetwork.ParameterCount, learningRate: 3e-3), seed);
AnsiConsole.MarkupLine(
    $"[bold]{DigitsNetwork.ParameterCount:N0} parameters[/], {split.Training.Count:N0} training and {split.Test.Count:N0} test images");

double accuracy = 0;
for (int epoch = 1; epoch <= epochs; epoch++)
{
    float loss = trainer.RunEpoch();
    if (epoch == 1)
    {
        // In the first epoch the methods are compiled and the scratch memory of the thread is set up.
        trainer.ForgetCosts();
    }

    accuracy = Prediction.Accuracy(network, split.Test);
    string bar = new('━', (int)Math.Round(accuracy * 30));
    AnsiConsole.MarkupLine($"epoch {epoch,2}   loss {loss:F4}   test accuracy {accuracy,6:P1}  [green]{bar}[/]");
}

AnsiConsole.WriteLine();
Gallery.Show(network, split.Test.Select([10, 60, 100, 150]));
Gallery.Show(network, split.Test.Select([200, 220, 260, 320]));
AnsiConsole.WriteLine();
AnsiConsole.MarkupLine(
    $"A training step of {batchSize} images took [bold]{trainer.StepTime.TotalMicroseconds / trainer.Steps:F1} µs[/] "
    + $"and allocated [bold]{trainer.AllocatedBytes / (double)trainer.Steps:0.##} bytes[/],");
AnsiConsole.MarkupLine($"averages of the {trainer.Steps:N0} steps after the first epoch.");
AnsiConsole.MarkupLine($"Test accuracy [bold]{accuracy:P2}[/], at least {requiredAccuracy:P0} is required.");
return accuracy >= requiredAccuracy && trainer.AllocatedBytes == 0 ? 0 : 1;

static void UseAnsiOnlyInTerminals() =>
    AnsiConsole.Console = AnsiConsole.Create(
        new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
