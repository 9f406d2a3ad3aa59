using NetGen.Peers.Networks;

namespace NetGen.Peers.Measuring;

/// <summary>A network in double precision, written from the formulas, that all peers are compared with.</summary>
internal sealed class Reference(NetworkSpec network, double[] parameters)
{
    /// <summary>Rows of outputs.</summary>
    public double[] Forward(double[] inputs)
    {
        double[] values = inputs;
        foreach (LayerInfo layer in network.Layers)
            values = Layer(layer, values);
        return values;
    }

    /// <summary>The parameters after one step on the mean loss of the rows.</summary>
    public double[] Step(double[] inputs, double[] targets, double learningRate)
    {
        var values = new List<double[]> { inputs };
        foreach (LayerInfo layer in network.Layers)
            values.Add(Layer(layer, values[^1]));
        int rows = inputs.Length / network.InputSize;
        double factor = 1.0 / rows / (network.Loss == Loss.CategoricalCrossEntropy ? 1 : network.OutputSize);
        if (network.Loss == Loss.MeanSquaredError)
            factor *= 2;

        // Every last layer is the pairing of its loss, so that its gradient before the activation is output - target.
        double[] delta = [.. values[^1].Zip(targets, (output, target) => (output - target) * factor)];
        double[] next = [.. parameters];
        for (int k = network.Layers.Length - 1; k >= 0; k--)
        {
            Update(next, network.Layers[k], values[k], delta, learningRate);
            if (k > 0)
                delta = Back(network.Layers[k], network.Layers[k - 1].Activation, values[k], delta);
        }

        return next;
    }

    private double[] Layer(LayerInfo layer, double[] values)
    {
        int rows = values.Length / layer.InputSize;
        double[] sums = new double[rows * layer.OutputSize];
        for (int row = 0; row < rows; row++)
        {
            Span<double> z = sums.AsSpan(row * layer.OutputSize, layer.OutputSize);
            parameters.AsSpan(layer.BiasesOffset, layer.OutputSize).CopyTo(z);
            for (int k = 0; k < layer.InputSize; k++)
            {
                double value = values[(row * layer.InputSize) + k];
                Span<double> weights = parameters.AsSpan(layer.WeightsOffset + (k * layer.OutputSize), layer.OutputSize);
                for (int o = 0; o < z.Length; o++)
                    z[o] += value * weights[o];
            }

            Activate(z, layer.Activation);
        }

        return sums;
    }

    private static void Activate(Span<double> z, Activation activation)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double value in z)
            largest = Math.Max(largest, value);
        foreach (double value in z)
            sum += Math.Exp(value - largest);
        foreach (ref double value in z)
        {
            value = activation switch
            {
                Activation.ReLU => Math.Max(value, 0),
                Activation.Sigmoid => 1 / (1 + Math.Exp(-value)),
                Activation.Tanh => Math.Tanh(value),
                Activation.Softmax => Math.Exp(value - largest) / sum,
                _ => value,
            };
        }
    }

    private static void Update(double[] next, LayerInfo layer, double[] values, double[] delta, double learningRate)
    {
        int rows = values.Length / layer.InputSize;
        for (int row = 0; row < rows; row++)
        {
            Span<double> d = delta.AsSpan(row * layer.OutputSize, layer.OutputSize);
            for (int o = 0; o < d.Length; o++)
                next[layer.BiasesOffset + o] -= learningRate * d[o];
            for (int k = 0; k < layer.InputSize; k++)
            {
                double factor = learningRate * values[(row * layer.InputSize) + k];
                Span<double> weights = next.AsSpan(layer.WeightsOffset + (k * layer.OutputSize), layer.OutputSize);
                for (int o = 0; o < d.Length; o++)
                    weights[o] -= factor * d[o];
            }
        }
    }

    private double[] Back(LayerInfo layer, Activation before, double[] values, double[] delta)
    {
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++)
        {
            (int row, int k) = Math.DivRem(i, layer.InputSize);
            Span<double> weights = parameters.AsSpan(layer.WeightsOffset + (k * layer.OutputSize), layer.OutputSize);
            double sum = 0;
            for (int o = 0; o < weights.Length; o++)
                sum += delta[(row * layer.OutputSize) + o] * weights[o];
            double value = values[i];
            result[i] = sum * before switch
            {
                Activation.ReLU => value > 0 ? 1 : 0,
                Activation.Sigmoid => value * (1 - value),
                Activation.Tanh => 1 - (value * value),
                _ => 1,
            };
        }

        return result;
    }
}
