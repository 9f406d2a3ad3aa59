using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The parameters of a network: zeroed, contiguous, starting at a cache line. The array is pinned, so that the start stays
/// aligned, and belongs to the garbage collector, so that a span of it can never outlive it. At least a cache line follows
/// the last parameter, so that a kernel may read the last row of a matrix in whole vectors.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParameterMemory<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int CacheLine = 64;

    private readonly T[] _array;
    private readonly int _start;

    /// <summary>Allocates <paramref name="count"/> zeros.</summary>
    /// <param name="count">Number of parameters.</param>
    public ParameterMemory(int count)
    {
        int size = Unsafe.SizeOf<T>();
        _array = GC.AllocateArray<T>(count + (2 * (CacheLine / size)), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((CacheLine - (address % CacheLine)) % CacheLine) / size;
        Count = count;
    }

    /// <summary>Number of parameters.</summary>
    public int Count { get; }

    /// <summary>The parameters.</summary>
    public Span<T> Span => _array.AsSpan(_start, Count);

    /// <summary>The first parameter.</summary>
    public ref T Reference
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), (nint)(uint)_start);
    }
}
