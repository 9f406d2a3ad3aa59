using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Masks of the lanes of <see cref="Vector{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorMask
{
    /// <summary>All bits set in the last <paramref name="count"/> lanes, none in the others.</summary>
    /// <param name="count">Number of lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Last<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector.GreaterThanOrEqual(Vector<T>.Indices, Vector.Create(T.CreateTruncating(Vector<T>.Count - count)));
}
