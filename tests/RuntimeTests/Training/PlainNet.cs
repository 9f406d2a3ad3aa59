using NetGen.Losses;

namespace NetGen.RuntimeTests.Training;

/// <summary>The reference's network 4-5-3 (tanh, softmax cross-entropy) in plain loops, weights <c>[out, in]</c>, then biases.</summary>
internal static class PlainNet
{
    public const int Inputs = 4;
    public const int Hidden = 5;
    public const int Outputs = 3;

    public static double[] Flatten(double[][][] weights, double[][] biases) =>
        [.. weights[0].SelectMany(x => x), .. biases[0], .. weights[1].SelectMany(x => x), .. biases[1]];

    /// <summary>The mean loss over the rows; overwrites <paramref name="gradient"/> with its gradient.</summary>
    public static double Backward(double[] parameters, double[][] inputs, int[] labels, double[] gradient)
    {
        Array.Clear(gradient);
        double loss = 0;
        for (int row = 0; row < inputs.Length; row++)
            loss += BackwardRow(parameters, inputs[row], labels[row], gradient, 1.0 / inputs.Length);
        return loss / inputs.Length;
    }

    private static double BackwardRow(double[] parameters, double[] input, int label, double[] gradient, double scale)
    {
        const int firstBiases = Inputs * Hidden;
        const int second = firstBiases + Hidden;
        const int secondBiases = second + (Hidden * Outputs);
        double[] hidden = [.. Dense(parameters, 0, firstBiases, input, Hidden).Select(Math.Tanh)];
        double[] logits = Dense(parameters, second, secondBiases, hidden, Outputs);
        double[] slopes = new double[Outputs];
        double loss = SoftmaxCrossEntropy<double>.Differentiate(logits, label, slopes);
        double[] hiddenSlopes = new double[Hidden];
        for (int o = 0; o < Outputs; o++)
        {
            gradient[secondBiases + o] += scale * slopes[o];
            for (int h = 0; h < Hidden; h++)
            {
                gradient[second + (o * Hidden) + h] += scale * slopes[o] * hidden[h];
                hiddenSlopes[h] += slopes[o] * parameters[second + (o * Hidden) + h];
            }
        }

        for (int h = 0; h < Hidden; h++)
        {
            double slope = scale * hiddenSlopes[h] * (1 - (hidden[h] * hidden[h]));
            gradient[firstBiases + h] += slope;
            for (int i = 0; i < Inputs; i++)
                gradient[(h * Inputs) + i] += slope * input[i];
        }

        return loss;
    }

    private static double[] Dense(double[] parameters, int weights, int biases, double[] input, int outputs)
    {
        double[] result = new double[outputs];
        for (int o = 0; o < outputs; o++)
        {
            result[o] = parameters[biases + o];
            for (int i = 0; i < input.Length; i++)
                result[o] += parameters[weights + (o * input.Length) + i] * input[i];
        }

        return result;
    }
}
