using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Managed;

/// <summary>Matrices of Math.NET Numerics with its managed provider; a column is a row of the batch, which its layout favours.</summary>
internal sealed class MathNetNetwork(NetworkSpec network) : IParameterStore<float>
{
    // Column-major [out, in] is [in, out] row-major: NetGen's order.
    private readonly DenseMatrix[] _weights = [.. network.Layers.Select(layer => new DenseMatrix(layer.OutputSize, layer.InputSize))];
    private readonly float[][] _biases = [.. network.Layers.Select(layer => new float[layer.OutputSize])];

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => Values(inputs)[^1].AsSpan().CopyTo(outputs);

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        List<float[]> values = Values(inputs);
        int rows = inputs.Length / network.InputSize;
        float scale = (network.Loss == Loss.MeanSquaredError ? 2f : 1f) / rows;
        if (network.Loss != Loss.CategoricalCrossEntropy)
            scale /= network.OutputSize;
        float loss = MeanLoss(values[^1], targets) / rows;
        Matrix<float> delta = (Columns(values[^1], network.OutputSize) - Columns(targets.ToArray(), network.OutputSize)) * scale;
        for (int k = network.Layers.Length - 1; k >= 0; k--)
        {
            DenseMatrix weights = _weights[k];
            DenseMatrix input = Columns(values[k], network.Layers[k].InputSize);
            Matrix<float>? before = k > 0 ? weights.TransposeThisAndMultiply(delta) : null;
            weights.Subtract(delta.TransposeAndMultiply(input) * learningRate, weights);
            Vector<float> sums = delta.RowSums();
            for (int o = 0; o < _biases[k].Length; o++)
                _biases[k][o] -= learningRate * sums[o];
            if (before is not null)
                delta = before.Map2((d, value) => d * Derivative(value, network.Layers[k - 1].Activation), input);
        }

        return loss;
    }

    public void Set(ReadOnlySpan<float> parameters)
    {
        for (int k = 0; k < _weights.Length; k++)
        {
            LayerInfo layer = network.Layers[k];
            parameters.Slice(layer.WeightsOffset, layer.WeightCount).CopyTo(_weights[k].Values);
            parameters.Slice(layer.BiasesOffset, layer.OutputSize).CopyTo(_biases[k]);
        }
    }

    public void Get(Span<float> parameters)
    {
        for (int k = 0; k < _weights.Length; k++)
        {
            LayerInfo layer = network.Layers[k];
            _weights[k].Values.CopyTo(parameters[layer.WeightsOffset..]);
            _biases[k].CopyTo(parameters[layer.BiasesOffset..]);
        }
    }

    private List<float[]> Values(ReadOnlySpan<float> inputs)
    {
        var values = new List<float[]> { inputs.ToArray() };
        for (int k = 0; k < _weights.Length; k++)
        {
            LayerInfo layer = network.Layers[k];
            var z = (DenseMatrix)_weights[k].Multiply(Columns(values[k], layer.InputSize));
            for (int start = 0; start < z.Values.Length; start += layer.OutputSize)
            {
                for (int o = 0; o < layer.OutputSize; o++)
                    z.Values[start + o] += _biases[k][o];
                ScalarActivation.Apply(z.Values.AsSpan(start, layer.OutputSize), layer.Activation);
            }

            values.Add(z.Values);
        }

        return values;
    }

    private float MeanLoss(float[] outputs, ReadOnlySpan<float> targets)
    {
        float loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            loss += network.Loss switch
            {
                Loss.MeanSquaredError => (outputs[i] - targets[i]) * (outputs[i] - targets[i]) / network.OutputSize,
                Loss.BinaryCrossEntropy => -MathF.Log(targets[i] > 0.5f ? outputs[i] : 1 - outputs[i]) / network.OutputSize,
                _ => targets[i] > 0 ? -targets[i] * MathF.Log(outputs[i]) : 0,
            };
        }

        return loss;
    }

    private static DenseMatrix Columns(float[] values, int size) => new(size, values.Length / size, values);

    private static float Derivative(float value, Activation activation) => activation switch
    {
        Activation.ReLU => value > 0 ? 1 : 0,
        Activation.Sigmoid => value * (1 - value),
        Activation.Tanh => 1 - (value * value),
        _ => 1,
    };
}
