namespace NetGen.MathNetTests.Data;

/// <summary>Matrices of the course: a row per output, the bias in column 0.</summary>
internal static class Theta
{
    /// <summary>Writes matrices into the layout of <c>Parameters</c>: weights <c>[in, out]</c>, then biases, layer by layer.</summary>
    public static double[] ToParameters(ReadOnlySpan<LayerInfo> layers, params double[][] thetas)
    {
        double[] parameters = new double[layers[^1].BiasesOffset + layers[^1].OutputSize];
        for (int k = 0; k < layers.Length; k++)
        {
            (int inputs, int outputs) = (layers[k].InputSize, layers[k].OutputSize);
            for (int o = 0; o < outputs; o++)
            {
                parameters[layers[k].BiasesOffset + o] = thetas[k][o * (inputs + 1)];
                for (int i = 0; i < inputs; i++)
                    parameters[layers[k].WeightsOffset + (i * outputs) + o] = thetas[k][(o * (inputs + 1)) + 1 + i];
            }
        }

        return parameters;
    }
}
