using NetGen.Peers.Networks;

namespace NetGen.Peers.Managed;

/// <summary>
/// A network as a .NET developer writes it: arrays per layer, weights <c>[out][in]</c>, one row at a time. What differs
/// between the peers is how a product and an activation are computed.
/// </summary>
internal abstract class HandwrittenNetwork : IParameterStore<float>
{
    private readonly NetworkSpec _network;
    private readonly float[][] _values;
    private readonly float[][] _deltas;

    protected HandwrittenNetwork(NetworkSpec network)
    {
        _network = network;
        Weights = [.. network.Layers.Select(layer => new float[layer.WeightCount])];
        Biases = [.. network.Layers.Select(layer => new float[layer.OutputSize])];
        WeightGradients = [.. network.Layers.Select(layer => new float[layer.WeightCount])];
        BiasGradients = [.. network.Layers.Select(layer => new float[layer.OutputSize])];
        _values = [.. network.Layers.Select(layer => new float[layer.OutputSize])];
        _deltas = [.. network.Layers.Select(layer => new float[layer.OutputSize])];
    }

    protected float[][] Weights { get; }

    protected float[][] Biases { get; }

    protected float[][] WeightGradients { get; }

    protected float[][] BiasGradients { get; }

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int inputSize = _network.InputSize, outputSize = _network.OutputSize;
        for (int row = 0; row * inputSize < inputs.Length; row++)
            ForwardRow(inputs.Slice(row * inputSize, inputSize)).CopyTo(outputs.Slice(row * outputSize, outputSize));
    }

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        int rows = inputs.Length / _network.InputSize;
        float loss = 0;
        foreach (float[] gradient in (float[][])[.. WeightGradients, .. BiasGradients])
            Array.Clear(gradient);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> input = inputs.Slice(row * _network.InputSize, _network.InputSize);
            ReadOnlySpan<float> output = ForwardRow(input);
            loss += LossAndDelta(output, targets.Slice(row * _network.OutputSize, _network.OutputSize), _deltas[^1]);
            BackwardRow(input);
        }

        for (int k = 0; k < Weights.Length; k++)
        {
            Add(Weights[k], WeightGradients[k], -learningRate / rows);
            Add(Biases[k], BiasGradients[k], -learningRate / rows);
        }

        return loss / rows;
    }

    public void Set(ReadOnlySpan<float> parameters)
    {
        for (int k = 0; k < Weights.Length; k++)
        {
            LayerInfo layer = _network.Layers[k];
            for (int i = 0; i < layer.WeightCount; i++)
                Weights[k][(i % layer.OutputSize * layer.InputSize) + (i / layer.OutputSize)] = parameters[layer.WeightsOffset + i];
            parameters.Slice(layer.BiasesOffset, layer.OutputSize).CopyTo(Biases[k]);
        }
    }

    public void Get(Span<float> parameters)
    {
        for (int k = 0; k < Weights.Length; k++)
        {
            LayerInfo layer = _network.Layers[k];
            for (int i = 0; i < layer.WeightCount; i++)
                parameters[layer.WeightsOffset + i] = Weights[k][(i % layer.OutputSize * layer.InputSize) + (i / layer.OutputSize)];
            Biases[k].CopyTo(parameters.Slice(layer.BiasesOffset, layer.OutputSize));
        }
    }

    protected abstract float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y);

    /// <summary>y += factor · x.</summary>
    protected abstract void Add(Span<float> y, ReadOnlySpan<float> x, float factor);

    protected abstract void Activate(Span<float> z, Activation activation);

    private float[] ForwardRow(ReadOnlySpan<float> input)
    {
        for (int k = 0; k < Weights.Length; k++)
        {
            float[] z = _values[k];
            for (int o = 0; o < z.Length; o++)
                z[o] = Dot(Weights[k].AsSpan(o * input.Length, input.Length), input) + Biases[k][o];
            Activate(z, _network.Layers[k].Activation);
            input = z;
        }

        return _values[^1];
    }

    private void BackwardRow(ReadOnlySpan<float> input)
    {
        for (int k = Weights.Length - 1; k >= 0; k--)
        {
            ReadOnlySpan<float> x = k > 0 ? _values[k - 1] : input;
            float[] delta = _deltas[k];
            Add(BiasGradients[k], delta, 1);
            for (int o = 0; o < delta.Length; o++)
                Add(WeightGradients[k].AsSpan(o * x.Length, x.Length), x, delta[o]);
            if (k == 0)
                return;
            Array.Clear(_deltas[k - 1]);
            for (int o = 0; o < delta.Length; o++)
                Add(_deltas[k - 1], Weights[k].AsSpan(o * x.Length, x.Length), delta[o]);
            TimesDerivative(_deltas[k - 1], x, _network.Layers[k - 1].Activation);
        }
    }

    private static void TimesDerivative(float[] delta, ReadOnlySpan<float> values, Activation activation)
    {
        for (int i = 0; i < delta.Length; i++)
        {
            delta[i] *= activation switch
            {
                Activation.ReLU => values[i] > 0 ? 1 : 0,
                Activation.Sigmoid => values[i] * (1 - values[i]),
                Activation.Tanh => 1 - (values[i] * values[i]),
                _ => 1,
            };
        }
    }

    private float LossAndDelta(ReadOnlySpan<float> output, ReadOnlySpan<float> target, float[] delta)
    {
        const float tiny = 1e-30f;
        float loss = 0;
        for (int o = 0; o < delta.Length; o++)
        {
            float difference = output[o] - target[o];
            (delta[o], float term) = _network.Loss switch
            {
                Loss.MeanSquaredError => (2 * difference / delta.Length, difference * difference / delta.Length),
                Loss.BinaryCrossEntropy =>
                    (difference / delta.Length, -MathF.Log((target[o] > 0.5f ? output[o] : 1 - output[o]) + tiny) / delta.Length),
                _ => (difference, -target[o] * MathF.Log(output[o] + tiny)),
            };
            loss += term;
        }

        return loss;
    }
}
