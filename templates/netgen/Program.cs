using NetGen.Data;
using NetGen.Files;
using NetGen.Metrics;
using NetGen.Training;
using NetGenApp._1;

const string file = "disc.safetensors";

// Train.
(Dataset<float> training, Dataset<float> test) = DiscData.Generate(1000, seed: 1).Split(heldShare: 0.2, seed: 1);
var network = new DiscNetwork(seed: 1);
var optimizer = new Adam<float>(DiscNetwork.ParameterCount, learningRate: 1e-2);
var options = new TrainingOptions { Epochs = 100, BatchSize = 32, Seed = 1 };
var trainer = new Trainer<float>(network, optimizer, options) { Metrics = [Metric.Accuracy<float>()] };
EpochReport last = trainer.Fit(training, validation: test).Epochs[^1];
Console.WriteLine($"After {options.Epochs} epochs: loss {last.Loss:F3}, accuracy on new points {last.Metrics["accuracy"]:P0}");

// Save and load.
network.Save(file);
var loaded = new DiscNetwork();
loaded.Load(file);
Console.WriteLine($"Saved {loaded.Parameters.Length} parameters to {file} and loaded them from there.");

// Predict.
float[] points = [0, 0, 0.9f, 0.9f];
float[] probabilities = new float[2];
loaded.Forward(points, probabilities);
for (int i = 0; i < probabilities.Length; i++)
    Console.WriteLine($"({points[2 * i]}, {points[(2 * i) + 1]}) is {(probabilities[i] > 0.5f ? "inside" : "outside")}, p = {probabilities[i]:F3}");
