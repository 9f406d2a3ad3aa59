namespace NetGen.MathNet;

/// <summary>A term that is added to the loss and depends on the parameters only.</summary>
public interface IPenalty
{
    /// <summary>Returns the value of the term; adds its gradient to <paramref name="gradient"/>.</summary>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="layers">The layers, which tell weights from biases.</param>
    /// <param name="gradient">The gradient, laid out as the parameters and added to, or empty to skip it.</param>
    double AddTo(ReadOnlySpan<double> parameters, ReadOnlySpan<LayerInfo> layers, Span<double> gradient);
}
