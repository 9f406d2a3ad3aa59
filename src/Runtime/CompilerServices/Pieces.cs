using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Reads vectors that were written four elements at a time a moment before, as <see cref="LaneSums"/> writes them. A load across
/// several stores waits until all are in the cache; each of these pieces lies in one store, which hands it on at once.
/// Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pieces
{
    /// <summary>Reads 512 bits.</summary>
    /// <param name="source">Where to start.</param>
    /// <param name="offset">Elements from there.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> LoadVector512<T>(ref readonly T source, nuint offset = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.Create(LoadVector256(in source, offset), LoadVector256(in source, offset + (nuint)Vector256<T>.Count));

    /// <summary>Reads 256 bits.</summary>
    /// <inheritdoc cref="LoadVector512{T}(ref readonly T, nuint)"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> LoadVector256<T>(ref readonly T source, nuint offset = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(double) && Avx.IsSupported
            ? Vector256.LoadUnsafe(in source, offset)
            : Vector256.Create(Vector128.LoadUnsafe(in source, offset), Vector128.LoadUnsafe(in source, offset + (nuint)Vector128<T>.Count));

    /// <summary>Reads a vector of the machine.</summary>
    /// <inheritdoc cref="LoadVector512{T}(ref readonly T, nuint)"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> LoadVector<T>(ref readonly T source, nuint offset = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector<T>.Count == Vector512<T>.Count)
        {
            return LoadVector512(in source, offset).AsVector();
        }

        return Vector<T>.Count == Vector256<T>.Count ? LoadVector256(in source, offset).AsVector() : Vector.LoadUnsafe(in source, offset);
    }
}
