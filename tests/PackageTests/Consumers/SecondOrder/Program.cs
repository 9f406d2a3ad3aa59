using System.Globalization;
using NetGen;
using NetGen.Data;
using NetGen.MathNet;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// y = sin(3x), as a file of numbers.
File.WriteAllLines("waves.csv", ["x,y", .. Enumerable.Range(0, 41).Select(i => (i / 20.0) - 1).Select(x => $"{x},{Math.Sin(3 * x)}")]);
Dataset<double> waves = CsvFile.Read<double>("waves.csv", new CsvOptions { Targets = ["y"] });

var network = new Wave(seed: 1);
var options = new MinimizerOptions { Method = Minimizer.LimitedMemoryBfgs, MaximumIterations = 500 };
MinimizerResult result = SecondOrder.Minimize(network, waves.Features, waves.Targets, options);
double[] prediction = new double[1];
network.Forward([0.5], prediction);
double error = Math.Abs(prediction[0] - Math.Sin(1.5));
Console.WriteLine($"rows {waves.Count}, loss {result.Loss:E2}, error {error:E2}");
return result.Loss < 1e-4 && error < 0.05 ? 0 : 1;

[Network([1, 8, 1], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
internal sealed partial class Wave;
