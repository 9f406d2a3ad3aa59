namespace NetGen.MathNet;

internal sealed class TargetBatch(ITrainableNetwork<double> network, double[] inputs, double[] targets) : IFullBatch
{
    public int Rows => inputs.Length / network.GetLayers()[0].InputSize;

    public double Evaluate() => network.Evaluate(inputs, targets);

    public double Backward(Span<double> gradient) => network.Backward(inputs, targets, gradient);
}
