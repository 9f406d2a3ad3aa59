using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>The memory of one step: parameters, gradient and state vectors. A slot without a vector is never touched.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct UpdateMemory<T>(in ParameterRange<T> range, ref T first, ref T second, ref T third)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly ref T Parameters = ref MemoryMarshal.GetReference(range.Parameters);
    public readonly ref readonly T Gradient = ref MemoryMarshal.GetReference(range.Gradient);
    public readonly ref T First = ref first;
    public readonly ref T Second = ref second;
    public readonly ref T Third = ref third;
}
