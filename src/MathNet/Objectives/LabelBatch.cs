namespace NetGen.MathNet;

internal sealed class LabelBatch(IClassifierNetwork<double> network, double[] inputs, int[] labels) : IFullBatch
{
    public int Rows => labels.Length;

    public double Evaluate() => network.Evaluate(inputs, labels);

    public double Backward(Span<double> gradient) => network.Backward(inputs, labels, gradient);
}
