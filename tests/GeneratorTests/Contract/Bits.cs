using System.Runtime.InteropServices;

namespace NetGen.GeneratorTests.Contract;

/// <summary>Equality of representations: NaN equals itself, and −0 differs from 0.</summary>
internal static class Bits
{
    public static bool Same<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged => MemoryMarshal.AsBytes(x).SequenceEqual(MemoryMarshal.AsBytes(y));
}
