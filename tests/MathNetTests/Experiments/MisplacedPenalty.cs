using NetGen.MathNet;

namespace NetGen.MathNetTests.Experiments;

/// <summary>The document's <c>λ / 2 * m</c> for λ/(2m), over all parameters; its gradient is that of λ/(2m), so that the two contradict each other.</summary>
internal sealed class MisplacedPenalty(double lambda, int rows) : IPenalty
{
    public double AddTo(ReadOnlySpan<double> parameters, ReadOnlySpan<LayerInfo> layers, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            sum += parameters[i] * parameters[i];
            if (!gradient.IsEmpty)
                gradient[i] += lambda / rows * parameters[i];
        }

        return lambda / 2 * rows * sum;
    }
}
