using System.Runtime.InteropServices;
using NetGen.Peers.Networks;

namespace NetGen.Peers.External;

/// <summary>A session of ONNX Runtime, with tensors over the workload's memory that are made once.</summary>
internal sealed unsafe class OnnxPeer(OnnxRuntime runtime, NetworkSpec network) : Peer<float>(OnnxRuntime.Name)
{
    private readonly byte** _inputNames = Names("x");
    private readonly byte** _outputNames = Names("y");
    private nint _session;
    private nint[] _inputs = [];
    private nint[] _outputs = [];
    private Workload<float>? _work;

    ~OnnxPeer()
    {
        foreach (nint tensor in (nint[])[.. _inputs, .. _outputs])
            runtime.DestroyTensor(tensor);
        if (_session != 0)
            runtime.DestroySession(_session);
    }

    public override bool CanTrain => false;

    public override void SetParameters(ReadOnlySpan<float> parameters)
    {
        if (_session != 0)
            runtime.DestroySession(_session);
        _session = runtime.CreateSession(OnnxModel.Write(network, parameters));
    }

    public override void GetParameters(Span<float> parameters) => throw new NotSupportedException();

    public override void Forward(Workload<float> work, long calls)
    {
        if (_work != work)
            Bind(work);
        for (long call = 0; call < calls; call++)
        {
            int block = work.Next();
            runtime.Run(_session, _inputNames, _inputs[block], _outputNames, _outputs[block]);
        }
    }

    public override float Train(Workload<float> work, long calls) => throw new NotSupportedException();

    private void Bind(Workload<float> work)
    {
        _work = work;
        _inputs = [.. Enumerable.Range(0, work.Blocks).Select(block => runtime.CreateTensor(work.InputsAt(block), work.Batch, network.InputSize))];
        _outputs = [.. Enumerable.Range(0, work.Blocks).Select(block => runtime.CreateTensor(work.OutputsAt(block), work.Batch, network.OutputSize))];
    }

    /// <summary>An array of one name, for the life of the process.</summary>
    private static byte** Names(string name)
    {
        byte** names = (byte**)NativeMemory.Alloc((nuint)sizeof(byte*));
        names[0] = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        return names;
    }
}
