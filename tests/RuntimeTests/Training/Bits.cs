using System.Runtime.InteropServices;

namespace NetGen.RuntimeTests.Training;

/// <summary>Equality to the bit, the sign of zero and the payload of NaN included.</summary>
internal static class Bits
{
    public static void Equal<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> found)
        where T : unmanaged
    {
        Assert.Equal(expected.ToArray(), found.ToArray());
        Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(found)));
    }
}
