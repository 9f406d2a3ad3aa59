using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Managed;

/// <summary>The naive loops with <see cref="Vector{T}"/> in the products.</summary>
internal sealed class VectorNetwork(NetworkSpec network) : NaiveNetwork(network)
{
    protected override float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ReadOnlySpan<Vector<float>> xs = MemoryMarshal.Cast<float, Vector<float>>(x), ys = MemoryMarshal.Cast<float, Vector<float>>(y);
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < xs.Length; i++)
            sums += xs[i] * ys[i];
        int done = xs.Length * Vector<float>.Count;
        return Vector.Sum(sums) + base.Dot(x[done..], y[done..]);
    }

    protected override void Add(Span<float> y, ReadOnlySpan<float> x, float factor)
    {
        Span<Vector<float>> ys = MemoryMarshal.Cast<float, Vector<float>>(y);
        ReadOnlySpan<Vector<float>> xs = MemoryMarshal.Cast<float, Vector<float>>(x);
        for (int i = 0; i < xs.Length; i++)
            ys[i] += xs[i] * factor;
        int done = xs.Length * Vector<float>.Count;
        base.Add(y[done..], x[done..], factor);
    }
}
