using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>Hints about memory that is read soon. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Cache
{
    /// <summary>
    /// Asks for a cache line, which comes from an outer cache or memory meanwhile. It reads nothing, wherever it points to, so that memory may
    /// move and end as it likes, and does nothing where the processor has no such instruction.
    /// </summary>
    /// <param name="source">Where to start.</param>
    /// <param name="offset">Elements from there.</param>
    /// <typeparam name="T">The number type.</typeparam>
    [MethodImpl(AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T source, nuint offset)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset)));
        }
    }
}
