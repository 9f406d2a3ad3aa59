using NetGen.MathNet;

namespace NetGen.MathNetTests.Minimizers;

/// <summary>A penalty whose gradient points the wrong way: every step that a method tries is uphill.</summary>
internal sealed class Slope : IPenalty
{
    public double AddTo(ReadOnlySpan<double> parameters, ReadOnlySpan<LayerInfo> layers, Span<double> gradient)
    {
        const double steep = 1000;
        double sum = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            sum += steep * parameters[i];
            if (!gradient.IsEmpty)
                gradient[i] -= steep;
        }

        return sum;
    }
}
