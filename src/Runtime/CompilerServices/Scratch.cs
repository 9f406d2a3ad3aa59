using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Memory that a thread keeps from call to call. Rents nest: an operator of the user's may call another network while
/// one is at work. Nothing is allocated once the thread's memory has grown to what the call needs.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Scratch<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ScratchStack<T> _stack;

    private Scratch(ScratchStack<T> stack, Span<T> span)
    {
        _stack = stack;
        Span = span;
    }

    /// <summary>The memory, with whatever it held before.</summary>
    public Span<T> Span { get; }

    /// <summary>The first element.</summary>
    public ref T Start => ref MemoryMarshal.GetReference(Span);

    /// <summary>Takes <paramref name="count"/> elements until the result is disposed.</summary>
    /// <param name="count">Number of elements, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scratch<T> Rent(int count)
    {
        ScratchStack<T> stack = ScratchStack<T>.OfThread;
        return new Scratch<T>(stack, stack.Push(count));
    }

    /// <summary>Gives the memory back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose() => _stack.Pop();
}
