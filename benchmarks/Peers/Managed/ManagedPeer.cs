using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Peers.Managed;

/// <summary>C# code behind delegates; a call of one costs about what a call of a C function through its pointer costs.</summary>
internal sealed class ManagedPeer<T>(string name, ForwardCall<T> forward, StepCall<T>? step, IParameterStore<T> store) : Peer<T>(name)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool CanTrain => step is not null;

    public override void SetParameters(ReadOnlySpan<T> parameters) => store.Set(parameters);

    public override void GetParameters(Span<T> parameters) => store.Get(parameters);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(Workload<T> work, long calls)
    {
        for (long call = 0; call < calls; call++)
        {
            int block = work.Next();
            forward(work.Inputs(block), work.Outputs(block));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override T Train(Workload<T> work, long calls)
    {
        T loss = T.Zero;
        for (long call = 0; call < calls; call++)
        {
            int block = work.Next();
            loss = step!(work.Inputs(block), work.Targets(block), work.LearningRate);
        }

        return loss;
    }
}
