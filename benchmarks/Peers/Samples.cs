using System.Numerics;
using NetGen.Peers.Networks;

namespace NetGen.Peers;

/// <summary>Inputs, targets and parameters, exact in single precision so that both precisions see the same numbers.</summary>
internal static class Samples
{
    private const double BiasScale = 0.1;

    public static void FillInputs<T>(Span<T> inputs, Random random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T input in inputs)
            input = T.CreateChecked((float)Normal(random));
    }

    /// <summary>One class per row, bits, or any numbers, as the loss asks for.</summary>
    public static void FillTargets<T>(Span<T> targets, NetworkSpec network, Random random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int classes = network.OutputSize;
        for (int start = 0; start < targets.Length; start += classes)
        {
            Span<T> row = targets.Slice(start, classes);
            row.Clear();
            if (network.Loss == Loss.CategoricalCrossEntropy)
                row[random.Next(classes)] = T.One;
            else if (network.Loss == Loss.BinaryCrossEntropy)
                Each(row, () => random.Next(2));
            else
                Each(row, () => (float)Normal(random));
        }
    }

    /// <summary>He's normal distribution for weights, and small biases.</summary>
    public static float[] Parameters(NetworkSpec network)
    {
        var random = new Random(network.ParameterCount);
        float[] parameters = new float[network.ParameterCount];
        foreach (LayerInfo layer in network.Layers)
        {
            double scale = Math.Sqrt(2.0 / layer.InputSize);
            for (int i = 0; i < layer.ParameterCount; i++)
                parameters[layer.WeightsOffset + i] = (float)(Normal(random) * (i < layer.WeightCount ? scale : BiasScale));
        }

        return parameters;
    }

    private static void Each<T>(Span<T> row, Func<float> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T element in row)
            element = T.CreateChecked(value());
    }

    /// <summary>Box and Muller's transform.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
