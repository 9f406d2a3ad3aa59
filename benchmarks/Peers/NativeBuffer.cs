using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Peers;

/// <summary>
/// Memory at a multiple of 64 bytes that starts at another place of its page than the buffers before it: a store and a load
/// at the same offset of two pages wait for each other, and page-aligned buffers would do so always.
/// </summary>
internal sealed unsafe class NativeBuffer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _length;
    private readonly void* _allocation;

    public NativeBuffer(int length)
    {
        _length = length;
        nuint bytes = ((nuint)length * (nuint)sizeof(T)) + PageColor.PageSize + PageColor.Slack;
        _allocation = NativeMemory.AlignedAlloc(bytes, PageColor.PageSize);
        NativeMemory.Clear(_allocation, bytes);
        Pointer = (T*)((byte*)_allocation + PageColor.Next());
    }

    ~NativeBuffer() => NativeMemory.AlignedFree(_allocation);

    public T* Pointer { get; }

    public Span<T> Span => new(Pointer, _length);
}
