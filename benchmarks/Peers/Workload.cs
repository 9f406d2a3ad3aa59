using System.Numerics;
using NetGen.Peers.Networks;

namespace NetGen.Peers;

/// <summary>
/// Rows of inputs and targets and room for outputs, cut into blocks of a batch that are taken in turn: so many different
/// rows that no branch predictor learns them.
/// </summary>
internal sealed unsafe class Workload<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int InputBudget = 8192;
    private const int FewestRows = 64;
    private const int MostRows = 2048;

    private readonly NativeBuffer<T> _inputs;
    private readonly NativeBuffer<T> _targets;
    private readonly NativeBuffer<T> _outputs;
    private readonly int _inputStride;
    private readonly int _outputStride;
    private int _block = -1;

    public Workload(NetworkSpec network, int batch, T learningRate)
    {
        int rows = Math.Max(Math.Clamp(InputBudget / network.InputSize, FewestRows, MostRows), 2 * batch);
        (Network, Batch, Blocks, LearningRate) = (network, batch, (rows + batch - 1) / batch, learningRate);
        (_inputStride, _outputStride) = (batch * network.InputSize, batch * network.OutputSize);
        _inputs = new NativeBuffer<T>(Rows * network.InputSize);
        _targets = new NativeBuffer<T>(Rows * network.OutputSize);
        _outputs = new NativeBuffer<T>(Rows * network.OutputSize);
        var random = new Random(network.Name.Sum(c => c) + batch);
        Samples.FillInputs(_inputs.Span, random);
        Samples.FillTargets(_targets.Span, network, random);
    }

    public NetworkSpec Network { get; }

    public int Batch { get; }

    public int Blocks { get; }

    public T LearningRate { get; set; }

    public int Rows => Blocks * Batch;

    public Span<T> AllInputs => _inputs.Span;

    public Span<T> AllTargets => _targets.Span;

    public Span<T> AllOutputs => _outputs.Span;

    /// <summary>The next block is the first.</summary>
    public void Rewind() => _block = -1;

    /// <summary>The index of the next block.</summary>
    public int Next() => _block = _block + 1 < Blocks ? _block + 1 : 0;

    public T* InputsAt(int block) => _inputs.Pointer + ((nint)block * _inputStride);

    public T* TargetsAt(int block) => _targets.Pointer + ((nint)block * _outputStride);

    public T* OutputsAt(int block) => _outputs.Pointer + ((nint)block * _outputStride);

    public ReadOnlySpan<T> Inputs(int block) => new(InputsAt(block), _inputStride);

    public ReadOnlySpan<T> Targets(int block) => new(TargetsAt(block), _outputStride);

    public Span<T> Outputs(int block) => new(OutputsAt(block), _outputStride);
}
