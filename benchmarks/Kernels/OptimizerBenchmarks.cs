using BenchmarkDotNet.Attributes;
using NetGen.Training;

namespace NetGen.Kernels;

/// <summary>Steps of optimizers over a tiny network, one in the cache, and one that is not; against a copy of the parameters.</summary>
public class OptimizerBenchmarks
{
    private float[] _parameters = [];
    private float[] _gradient = [];
    private Sgd<float> _sgd = new(0);
    private Adam<float> _adam = new(0);

    [Params(17, 65_536, 16_777_216)]
    public int Length { get; set; }

    [GlobalSetup]
    public void FillGradient()
    {
        Random random = new(1);
        _parameters = new float[Length];
        _gradient = [.. Enumerable.Range(0, Length).Select(_ => random.NextSingle() - 0.5f)];
        _sgd = new Sgd<float>(1e-6);
        _adam = new Adam<float>(Length, 1e-6);
    }

    [Benchmark]
    public void Copy() => _gradient.CopyTo(_parameters, 0);

    [Benchmark]
    public void Sgd() => _sgd.Step(_parameters, _gradient);

    [Benchmark]
    public void Adam() => _adam.Step(_parameters, _gradient);

    [Benchmark]
    public double Norm() => GradientClipping.ByNorm<float>(_gradient, double.PositiveInfinity);
}
