using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Experiments;

/// <summary>A network whose loss is computed with weights of its own and not with the parameters that a minimizer sets.</summary>
internal sealed class StuckNetwork(CheckNetwork inner) : ITrainableNetwork<double>
{
    private readonly double[] _parameters = inner.Parameters.ToArray();

    public static int InputSize => CheckNetwork.InputSize;

    public static int OutputSize => CheckNetwork.OutputSize;

    public static int ParameterCount => CheckNetwork.ParameterCount;

    public static ReadOnlySpan<LayerInfo> Layers => CheckNetwork.Layers;

    public Span<double> Parameters => _parameters;

    public ReadOnlySpan<LayerInfo> GetLayers() => CheckNetwork.Layers;

    public void Forward(ReadOnlySpan<double> inputs, Span<double> outputs) => inner.Forward(inputs, outputs);

    public void Jacobian(ReadOnlySpan<double> input, Span<double> jacobian) => inner.Jacobian(input, jacobian);

    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) => inner.Evaluate(inputs, targets);

    /// <summary>The loss does not depend on the parameters, so its gradient is zero.</summary>
    public double Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, Span<double> gradient) => inner.Evaluate(inputs, targets);

    public double SgdStep(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, double learningRate) => inner.Evaluate(inputs, targets);

    public void VectorJacobianProduct(
        ReadOnlySpan<double> inputs, ReadOnlySpan<double> outputGradients, Span<double> parameterGradient, Span<double> inputGradients) =>
        inner.VectorJacobianProduct(inputs, outputGradients, [], inputGradients);
}
