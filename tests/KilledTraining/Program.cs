using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.Data;
using NetGen.KilledTraining;
using NetGen.Training;

// Trains, from a checkpoint where there is one, to the last epoch; prints a line for every step, and the bits of the parameters in the end.
string path = args[0];
int epochs = int.Parse(args[1], CultureInfo.InvariantCulture);
CubicNetwork network = new(1);
TrainingOptions options = new()
{
    Epochs = epochs,
    BatchSize = 16,
    Seed = 4,
    StepProgress = new SynchronousProgress(() => Console.WriteLine("step")),
    EarlyStopping = new() { Patience = epochs },
    Checkpoint = path.Length > 0 ? new(path) { EverySteps = 1 } : null,
};
Trainer<float> trainer = new(network, new Adam<float>(CubicNetwork.ParameterCount, 0.01), options);
if (File.Exists(path))
    trainer.Load(path);
trainer.Fit(Cubic(0), Cubic(1));
Console.WriteLine(Convert.ToHexString(MemoryMarshal.AsBytes(network.Parameters)));

static Dataset<float> Cubic(int shift)
{
    float[] x = [.. Enumerable.Range(0, 60).Select(i => (i - 30 + (0.5f * shift)) / 10f)];
    return Dataset<float>.WithTargets(x, 1, Array.ConvertAll(x, value => value * value * value / 20), 1);
}
