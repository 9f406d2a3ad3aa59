using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Masks of the lanes of <see cref="Vector{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorMask
{
    /// <summary>All bits set in the lanes from <paramref name="first"/> on; in none where it is beyond the last.</summary>
    /// <param name="first">The index of a lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> From<T>(nuint first)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float)
            ? Vector.GreaterThanOrEqual(Vector<float>.Indices, Vector.Create((float)(int)first)).As<int, T>()
            : Vector.GreaterThanOrEqual(Vector<double>.Indices, Vector.Create((double)(int)first)).As<long, T>();
}
