using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Views of the memory of a block of rows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Block
{
    /// <summary><paramref name="rows"/> rows of <paramref name="columns"/> elements from <paramref name="start"/> on.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Elements of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Rows<T>(ref T start, nuint rows, int columns)
        where T : unmanaged, INumber<T> => MemoryMarshal.CreateSpan(ref start, (int)rows * columns);
}
