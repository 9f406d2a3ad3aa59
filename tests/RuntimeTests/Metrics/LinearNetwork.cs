namespace NetGen.RuntimeTests.Metrics;

/// <summary>One linear layer of 2 inputs and 3 outputs under ½·Σ(o − t)², with an error that a test puts into its gradient.</summary>
internal sealed class LinearNetwork : IClassifierNetwork<double>
{
    private static readonly LayerInfo[] AllLayers = [new("layers.0", 2, 3, Activation.Identity, "Identity", 0, 6)];
    private readonly double[] _parameters = [0.5, -1, 2, 0.25, -0.125, 3, -0.5, 0, 1];

    public static int InputSize => 2;

    public static int OutputSize => 3;

    public static int ParameterCount => 9;

    public static ReadOnlySpan<LayerInfo> Layers => AllLayers;

    public Span<double> Parameters => _parameters;

    public ReadOnlySpan<LayerInfo> GetLayers() => AllLayers;

    /// <summary>Changes the gradient after it is computed.</summary>
    public Action<double[]> Fault { get; init; } = _ => { };

    /// <summary>The number of calls of <c>Evaluate</c> after which it throws.</summary>
    public int EvaluationsLeft { get; set; } = int.MaxValue;

    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        if (EvaluationsLeft-- == 0)
            throw new InvalidOperationException("broken");
        return Walk(inputs, targets, []);
    }

    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels) => Evaluate(inputs, OneHot(labels));

    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, Span<double> gradient)
    {
        double[] found = new double[ParameterCount];
        double loss = Walk(inputs, targets, found);
        Fault(found);
        for (int i = 0; i < found.Length; i++)
            gradient[i] += found[i];
        return loss;
    }

    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, Span<double> gradient) =>
        Backward(inputs, OneHot(labels), gradient);

    public double SgdStep(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, double learningRate) => throw new NotSupportedException();

    public double SgdStep(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, double learningRate) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<double> inputs, Span<double> outputs) => throw new NotSupportedException();

    public void Jacobian(ReadOnlySpan<double> input, Span<double> jacobian) => throw new NotSupportedException();

    public void VectorJacobianProduct(
        ReadOnlySpan<double> inputs, ReadOnlySpan<double> outputGradients, Span<double> parameterGradient, Span<double> inputGradients) =>
        throw new NotSupportedException();

    private double Walk(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, Span<double> gradient)
    {
        double loss = 0;
        int rows = inputs.Length / InputSize;
        for (int k = 0; k < targets.Length; k++)
        {
            int row = k / OutputSize, column = k % OutputSize;
            double x0 = inputs[row * 2], x1 = inputs[(row * 2) + 1];
            double error = (x0 * _parameters[column]) + (x1 * _parameters[3 + column]) + _parameters[6 + column] - targets[k];
            loss += error * error / (2 * rows);
            if (!gradient.IsEmpty)
            {
                gradient[column] += error * x0 / rows;
                gradient[3 + column] += error * x1 / rows;
                gradient[6 + column] += error / rows;
            }
        }

        return loss;
    }

    private static double[] OneHot(ReadOnlySpan<int> labels)
    {
        double[] targets = new double[labels.Length * OutputSize];
        for (int row = 0; row < labels.Length; row++)
            targets[(row * OutputSize) + labels[row]] = 1;
        return targets;
    }
}
