using NetGen.MathNet;

namespace NetGen.MathNetTests.Minimizers;

/// <summary>A penalty that is a function of the number of calls and of the parameters, without a gradient.</summary>
internal sealed class PenaltyHook(Func<int, double[], double> value) : IPenalty
{
    public int Calls { get; private set; }

    public double AddTo(ReadOnlySpan<double> parameters, ReadOnlySpan<LayerInfo> layers, Span<double> gradient) =>
        value(++Calls, parameters.ToArray());
}
