using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using NetGen.Activations;
using NetGen.CompilerServices;

namespace NetGen.Kernels;

/// <summary>Elementwise functions over an array, against those of <see cref="TensorPrimitives"/>.</summary>
public class ElementwiseBenchmarks
{
    private const float Range = 12;

    private float[] _source = [];
    private float[] _destination = [];

    [Params(64, 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void FillSource()
    {
        var random = new Random(1);
        _source = [.. Enumerable.Range(0, Length).Select(_ => ((random.NextSingle() * 2) - 1) * Range)];
        _destination = new float[Length];
    }

    [Benchmark]
    public void Exp() => Elementwise.Invoke<Exp, float>(_source, _destination);

    [Benchmark]
    public void Tanh() => Elementwise.Invoke<Tanh<float>, float>(_source, _destination);

    [Benchmark]
    public void Sigmoid() => Elementwise.Invoke<Sigmoid<float>, float>(_source, _destination);

    [Benchmark]
    public void ReLU() => Elementwise.Invoke<ReLU<float>, float>(_source, _destination);

    [Benchmark]
    public void TensorExp() => TensorPrimitives.Exp(_source, _destination);

    [Benchmark]
    public void TensorTanh() => TensorPrimitives.Tanh(_source, _destination);

    [Benchmark]
    public void TensorSigmoid() => TensorPrimitives.Sigmoid(_source, _destination);
}
