using NetGen.MathNetTests.Data;
using NetGen.Testing;

namespace NetGen.MathNetTests.Experiments;

/// <summary>The 5000 digits of the course's fourth exercise. Output k stands for label k + 1, and label 10 for the digit 0.</summary>
internal sealed class DigitsData
{
    public const string File = "coursera/ex4data1_rebuilt_f32.safetensors";

    private const int Classes = 10;

    public DigitsData()
    {
        var tensors = new TensorFile(LargeData.PathOf(File));
        Inputs = tensors.Doubles("X");
        Labels = tensors.Integers("y");
        Targets = new double[Labels.Length * Classes];
        for (int row = 0; row < Labels.Length; row++)
            Targets[(row * Classes) + Labels[row] - 1] = 1;
    }

    public double[] Inputs { get; }

    public double[] Targets { get; }

    public int[] Labels { get; }

    public double Accuracy(INetwork<double> network)
    {
        double[] outputs = new double[Targets.Length];
        network.Forward(Inputs, outputs);
        int right = 0;
        for (int row = 0; row < Labels.Length; row++)
        {
            ReadOnlySpan<double> output = outputs.AsSpan(row * Classes, Classes);
            double highest = output[Labels[row] - 1];
            right += output.ContainsAnyExceptInRange(double.NegativeInfinity, highest) ? 0 : 1;
        }

        return right / (double)Labels.Length;
    }
}
