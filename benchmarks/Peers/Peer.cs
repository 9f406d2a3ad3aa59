using System.Numerics;

namespace NetGen.Peers;

/// <summary>One way to compute a network. Its parameters are given and returned in NetGen's order.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal abstract class Peer<T>(string name)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public string Name { get; } = name;

    public virtual bool CanTrain => true;

    public abstract void SetParameters(ReadOnlySpan<T> parameters);

    public abstract void GetParameters(Span<T> parameters);

    /// <summary>Computes outputs, block after block of the workload.</summary>
    public abstract void Forward(Workload<T> work, long calls);

    /// <summary>Makes steps, block after block of the workload; returns the loss before the last one.</summary>
    public abstract T Train(Workload<T> work, long calls);
}
