using NetGen.Peers.Networks;

namespace NetGen.Peers.Managed;

/// <summary>Scalar loops over arrays.</summary>
internal class NaiveNetwork(NetworkSpec network) : HandwrittenNetwork(network)
{
    protected override float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    protected override void Add(Span<float> y, ReadOnlySpan<float> x, float factor)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] += x[i] * factor;
    }

    protected override void Activate(Span<float> z, Activation activation) => ScalarActivation.Apply(z, activation);
}
