using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>The scratch memory of a thread: a buffer per depth of nested rents, each as large as the largest rent so far.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class ScratchStack<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static ScratchStack<T>? _ofThread;

    private ParameterMemory<T>[] _buffers = new ParameterMemory<T>[2];
    private int _depth;

    public static ScratchStack<T> OfThread
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _ofThread ?? Create();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Push(int count)
    {
        int depth = _depth;
        ParameterMemory<T>[] buffers = _buffers;
        if (depth == buffers.Length || (uint)(count - 1) >= (uint)buffers[depth].Count)
        {
            Grow(count);
            buffers = _buffers;
        }

        _depth = depth + 1;
        return MemoryMarshal.CreateSpan(ref buffers[depth].Reference, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pop() => _depth--;

    /// <summary>Makes the buffer at the present depth as large as <paramref name="count"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (_depth == _buffers.Length)
        {
            Array.Resize(ref _buffers, 2 * _depth);
        }

        _buffers[_depth] = new ParameterMemory<T>(count);
    }

    private static ScratchStack<T> Create() => _ofThread = new ScratchStack<T>();
}
