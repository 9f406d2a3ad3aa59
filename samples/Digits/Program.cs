using System.Globalization;
using Charts;
using Digits;
using NetGen.Data;
using NetGen.Files;
using NetGen.Metrics;
using NetGen.Training;
using Spectre.Console;

const int seed = 3;
const int epochs = 60;
const double learningRate = 3e-3;
const double requiredAccuracy = 0.97;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
AnsiConsole.Console = AnsiConsole.Create(
    new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
var output = new OutputFolder(args);
Dataset<float> images = DigitsFile.Read(Path.Combine(AppContext.BaseDirectory, "digits.csv"));
(Dataset<float> training, Dataset<float> test) = images.Split(heldShare: 0.2, seed, stratified: true);
AnsiConsole.MarkupLine(
    $"[bold]{DigitsNetwork.ParameterCount:N0} parameters[/], {training.Count:N0} images to train and validate, {test.Count:N0} to test");

var options = new TrainingOptions
{
    Epochs = epochs,
    BatchSize = 32,
    Seed = seed,
    Schedule = LearningRateSchedule.CosineAnnealing(learningRate, epochs),
    ValidationShare = 0.1,
    Stratified = true,
};
var network = new DigitsNetwork(seed);
var live = new LiveTraining(network, training, options);
TrainingResult result = live.Run();

// Save, and go on with another network that loads the file.
string path = output["digits.safetensors"];
network.Save(path);
var loaded = new DigitsNetwork();
loaded.Load(path);

Gallery.Show(loaded, test.Select([10, 60, 100, 150]));
Gallery.Show(loaded, test.Select([200, 220, 260, 320]));

StepCosts costs = live.Costs!;
AnsiConsole.MarkupLine(
    $"A training step of {options.BatchSize} images took [bold]{costs.Time.TotalMicroseconds / costs.Steps:F1} µs[/] "
    + $"and allocated [bold]{costs.AllocatedBytes / (double)costs.Steps:0.##} bytes[/],");
AnsiConsole.MarkupLine($"averages of {costs.Steps:N0} steps after the first epoch.");
Console.WriteLine($"Saved the network to {path} and loaded it from there.");
output.Write("digits.svg", new Picture(
    1,
    new LineChart(
        "Cross-entropy of the digits",
        "epoch",
        "loss",
        Series.Of("training", result.Epochs.Select(epoch => epoch.Loss)),
        Series.Of("validation", result.Epochs.Select(epoch => epoch.ValidationLoss!.Value)))
    { LogarithmicY = true }));

float[] logits = new float[test.Count * DigitsNetwork.OutputSize];
loaded.Forward(test.Features, logits);
double accuracy = Classification.Accuracy(logits, test.Labels, DigitsNetwork.OutputSize);
AnsiConsole.MarkupLine($"Test accuracy [bold]{accuracy:P2}[/], at least {requiredAccuracy:P0} is required.");
return accuracy >= requiredAccuracy && costs.AllocatedBytes == 0 ? 0 : 1;
