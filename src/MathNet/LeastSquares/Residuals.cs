using System.Numerics;

namespace NetGen.MathNet;

/// <summary>The residuals r = o − t of a network over all rows and outputs, and their derivatives.</summary>
internal sealed class Residuals
{
    private readonly double[] _inputs;

    /// <summary>Copies the rows.</summary>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    public Residuals(ITrainableNetwork<double> network, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        (InputSize, OutputSize) = (network.GetLayers()[0].InputSize, network.GetLayers()[^1].OutputSize);
        int rows = inputs.Length / InputSize;
        if (rows == 0 || rows * InputSize != inputs.Length)
            throw new ArgumentException($"The length is {inputs.Length}, but whole rows of {InputSize}, at least one, are expected.", nameof(inputs));
        if (targets.Length != rows * OutputSize)
            throw new ArgumentException($"The length is {targets.Length}, but {rows * OutputSize} is expected.", nameof(targets));
        (_inputs, Targets, Values) = (inputs.ToArray(), targets.ToArray(), new double[targets.Length]);
    }

    public ITrainableNetwork<double> Network { get; }

    public int InputSize { get; }

    public int OutputSize { get; }

    public double[] Targets { get; }

    /// <summary>The residuals that <see cref="Update"/> computed, rows of outputs.</summary>
    public double[] Values { get; }

    /// <summary>Computes the residuals at the parameters that the network holds; returns Σr².</summary>
    public double Update()
    {
        Network.Forward(_inputs, Values);
        double sum = 0;
        for (int i = 0; i < Values.Length; i++)
        {
            Values[i] -= Targets[i];
            sum += Values[i] * Values[i];
        }

        return sum;
    }

    /// <summary>Adds the gradient of Σr², 2·Jᵀr, with the residuals of the last <see cref="Update"/>.</summary>
    public void AddGradient(Span<double> gradient) =>
        Network.VectorJacobianProduct(_inputs, Array.ConvertAll(Values, r => 2 * r), gradient, default);

    /// <summary>JᵀJ, symmetric, row-major, at the parameters that the network holds.</summary>
    public double[] NormalMatrix()
    {
        int count = Network.Parameters.Length;
        double[] matrix = new double[count * count], row = new double[count], unit = new double[OutputSize];
        for (int i = 0; i < Targets.Length; i++)
        {
            Array.Clear(row);
            unit[i % OutputSize] = 1;
            Network.VectorJacobianProduct(_inputs.AsSpan(i / OutputSize * InputSize, InputSize), unit, row, default);
            unit[i % OutputSize] = 0;
            AddSquare(row, matrix);
        }

        return matrix;
    }

    /// <summary>matrix += row·rowᵀ.</summary>
    private static void AddSquare(ReadOnlySpan<double> row, Span<double> matrix)
    {
        for (int i = 0; i < row.Length; i++)
        {
            Span<double> sums = matrix.Slice(i * row.Length, row.Length);
            int j = 0;
            for (var factor = new Vector<double>(row[i]); j <= row.Length - Vector<double>.Count; j += Vector<double>.Count)
                (new Vector<double>(sums[j..]) + (factor * new Vector<double>(row[j..]))).CopyTo(sums[j..]);
            for (; j < row.Length; j++)
                sums[j] += row[i] * row[j];
        }
    }
}
