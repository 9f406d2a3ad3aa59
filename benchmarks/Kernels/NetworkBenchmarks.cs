using BenchmarkDotNet.Attributes;
using NetGen.Peers.Networks;

namespace NetGen.Kernels;

/// <summary>Forward, backward and a step of a network, over blocks of many different rows.</summary>
[GenericTypeArguments(typeof(T1))]
[GenericTypeArguments(typeof(S1))]
[GenericTypeArguments(typeof(M1))]
[GenericTypeArguments(typeof(L1))]
[MemoryDiagnoser]
public class NetworkBenchmarks<TNetwork>
    where TNetwork : class, ITrainableNetwork<float>
{
    private const int Rows = 1024;
    private const float LearningRate = 1e-7f;

    private readonly TNetwork _network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), 1)!;
    private readonly float[] _inputs = new float[Rows * TNetwork.InputSize];
    private readonly float[] _targets = new float[Rows * TNetwork.OutputSize];
    private readonly float[] _outputs = new float[Rows * TNetwork.OutputSize];
    private readonly float[] _gradient = new float[TNetwork.ParameterCount];
    private int _row;

    [Params(1, 32)]
    public int Batch { get; set; }

    private ReadOnlySpan<float> Inputs => _inputs.AsSpan(_row * TNetwork.InputSize, Batch * TNetwork.InputSize);

    private ReadOnlySpan<float> Targets => _targets.AsSpan(_row * TNetwork.OutputSize, Batch * TNetwork.OutputSize);

    [GlobalSetup]
    public void FillRows()
    {
        var random = new Random(1);
        foreach (ref float input in _inputs.AsSpan())
            input = (random.NextSingle() * 2) - 1;
        for (int row = 0; row < Rows; row++)
            _targets[(row * TNetwork.OutputSize) + random.Next(TNetwork.OutputSize)] = 1;
    }

    [Benchmark]
    public void Forward()
    {
        Next();
        _network.Forward(Inputs, _outputs.AsSpan(_row * TNetwork.OutputSize, Batch * TNetwork.OutputSize));
    }

    [Benchmark]
    public float Backward()
    {
        Next();
        return _network.Backward(Inputs, Targets, _gradient);
    }

    [Benchmark]
    public float SgdStep()
    {
        Next();
        return _network.SgdStep(Inputs, Targets, LearningRate);
    }

    private void Next() => _row = (_row + Batch) % Rows;
}
