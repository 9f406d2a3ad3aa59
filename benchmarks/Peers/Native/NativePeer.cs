using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Peers.Native;

/// <summary>
/// A compiled C function behind its pointer. The call makes no transition of the garbage collector, which would cost the
/// smallest networks as much as their arithmetic.
/// </summary>
internal sealed unsafe class NativePeer<T>(string name, NativeFunctions functions, int parameterCount) : Peer<T>(name)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer<T> _given = new(parameterCount);
    private readonly NativeBuffer<T> _packed = new(parameterCount);

    public override void SetParameters(ReadOnlySpan<T> parameters)
    {
        parameters.CopyTo(_given.Span);
        functions.Pack(_given.Pointer, _packed.Pointer, 0);
    }

    public override void GetParameters(Span<T> parameters)
    {
        functions.Pack(_packed.Pointer, _given.Pointer, 1);
        _given.Span.CopyTo(parameters);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(Workload<T> work, long calls)
    {
        for (long call = 0; call < calls; call++)
        {
            int block = work.Next();
            functions.Forward(_packed.Pointer, work.InputsAt(block), work.OutputsAt(block), work.Batch);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override T Train(Workload<T> work, long calls)
    {
        double loss = 0;
        for (long call = 0; call < calls; call++)
        {
            int block = work.Next();
            T* inputs = work.InputsAt(block), targets = work.TargetsAt(block);
            loss = typeof(T) == typeof(float)
                ? functions.TrainSingle(_packed.Pointer, inputs, targets, float.CreateTruncating(work.LearningRate), work.Batch)
                : functions.TrainDouble(_packed.Pointer, inputs, targets, double.CreateTruncating(work.LearningRate), work.Batch);
        }

        return T.CreateChecked(loss);
    }
}
