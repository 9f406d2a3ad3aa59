namespace NetGen.GeneratorTests.Reference;

/// <summary>
/// A naive interpreter of a network in double, one row and one neuron at a time, straight from the maths:
/// z = a·W + b, a = f(z), and the chain rule backwards. It shares no code with the runtime or the generator.
/// </summary>
internal sealed class ReferenceNetwork(NetworkSpec spec, double[] parameters)
{
    private readonly ReferenceActivation[] _activations =
        [.. Enumerable.Range(0, spec.LayerCount).Select(k => ReferenceActivation.Of(spec, k))];

    private readonly ReferenceLoss _loss = ReferenceLoss.Of(spec);

    public NetworkSpec Spec => spec;

    public double[] Parameters => parameters;

    public double[] Forward(double[] inputs) => [.. Rows(inputs, spec.InputSize).SelectMany(x => Trace(x).Output)];

    /// <summary>z of every layer for one row.</summary>
    public double[][] PreActivations(double[] input) => Trace(input).PreActivations;

    /// <summary>The mean loss over the rows.</summary>
    public double Evaluate(double[] inputs, double[] targets) =>
        Rows(inputs, spec.InputSize).Zip(Rows(targets, spec.OutputSize), (x, t) => _loss.Value(Trace(x).Output, t)).Average() * Scale;

    /// <summary>The mean loss over the rows, its gradient with respect to the parameters and to the inputs.</summary>
    public (double Loss, double[] Parameters, double[] Inputs) Backward(double[] inputs, double[] targets)
    {
        int rows = inputs.Length / spec.InputSize;
        double[] outputGradients =
        [
            .. Rows(inputs, spec.InputSize).Zip(Rows(targets, spec.OutputSize), (x, t) => _loss.Gradient(Trace(x).Output, t))
                .SelectMany(row => row.Select(g => g * Scale / rows)),
        ];
        (double[] parameterGradient, double[] inputGradients) = VectorJacobianProduct(inputs, outputGradients);
        return (Evaluate(inputs, targets), parameterGradient, inputGradients);
    }

    /// <summary>The gradient of the loss of one row with respect to the outputs of the network.</summary>
    public double[] OutputGradient(double[] input, double[] target) =>
        [.. _loss.Gradient(Trace(input).Output, target).Select(g => g * Scale)];

    public (double[] Parameters, double[] Inputs) VectorJacobianProduct(double[] inputs, double[] outputGradients)
    {
        double[] parameterGradient = new double[spec.ParameterCount];
        double[] inputGradients =
        [
            .. Rows(inputs, spec.InputSize).Zip(Rows(outputGradients, spec.OutputSize), (x, g) => PullBack(x, g, parameterGradient))
                .SelectMany(row => row),
        ];
        return (parameterGradient, inputGradients);
    }

    /// <summary>∂output/∂input of one row, <c>[OutputSize, InputSize]</c>: one pullback per output.</summary>
    public double[] Jacobian(double[] input) =>
    [
        .. Enumerable.Range(0, spec.OutputSize).SelectMany(i => PullBack(input, OneHot(i, spec.OutputSize), new double[spec.ParameterCount])),
    ];

    public static double[] OneHot(int index, int length)
    {
        double[] row = new double[length];
        row[index] = 1;
        return row;
    }

    private double Scale =>
        spec.Reduction == LossReduction.MeanOverOutputs && spec.Loss.IsDividedByOutputs ? 1.0 / spec.OutputSize : 1;

    private double[] PullBack(double[] input, double[] outputGradient, double[] parameterGradient)
    {
        (double[][] layerInputs, double[][] preActivations, _) = Trace(input);
        double[] gradient = outputGradient;
        for (int k = spec.LayerCount - 1; k >= 0; k--)
        {
            double[] dz = _activations[k].Pullback(preActivations[k], gradient);
            gradient = PullBackDense(k, layerInputs[k], dz, parameterGradient);
        }

        return gradient;
    }

    /// <summary>∂L/∂W += aᵀ·dz, ∂L/∂b += dz; returns ∂L/∂a = dz·Wᵀ.</summary>
    private double[] PullBackDense(int layer, double[] input, double[] dz, double[] parameterGradient)
    {
        int weights = spec.WeightsOffset(layer), width = dz.Length;
        double[] inputGradient = new double[input.Length];
        for (int j = 0; j < width; j++)
        {
            for (int i = 0; i < input.Length; i++)
            {
                parameterGradient[weights + i * width + j] += input[i] * dz[j];
                inputGradient[i] += dz[j] * parameters[weights + i * width + j];
            }

            if (spec.Bias)
            {
                parameterGradient[spec.BiasesOffset(layer) + j] += dz[j];
            }
        }

        return inputGradient;
    }

    private (double[][] LayerInputs, double[][] PreActivations, double[] Output) Trace(double[] input)
    {
        double[][] layerInputs = new double[spec.LayerCount][], preActivations = new double[spec.LayerCount][];
        double[] a = input;
        for (int k = 0; k < spec.LayerCount; k++)
        {
            layerInputs[k] = a;
            preActivations[k] = Dense(k, a);
            a = _activations[k].Value(preActivations[k]);
        }

        return (layerInputs, preActivations, a);
    }

    private double[] Dense(int layer, double[] input)
    {
        int weights = spec.WeightsOffset(layer), width = spec.Layers[layer + 1];
        double[] z = new double[width];
        for (int j = 0; j < width; j++)
        {
            double sum = spec.Bias ? parameters[spec.BiasesOffset(layer) + j] : 0;
            for (int i = 0; i < input.Length; i++)
            {
                sum += input[i] * parameters[weights + i * width + j];
            }

            z[j] = sum;
        }

        return z;
    }

    private static IEnumerable<double[]> Rows(double[] values, int width) => values.Chunk(width);
}
