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
/// <remarks>Not generic, as <see cref="LaneSums"/> says.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pieces
{
    /// <summary>Reads 512 bits.</summary>
    /// <param name="source">Where to start.</param>
    /// <param name="offset">Elements from there.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<float> LoadVector512(ref readonly float source, nuint offset = 0) =>
        Vector512.Create(LoadVector256(in source, offset), LoadVector256(in source, offset + (nuint)Vector256<float>.Count));

    /// <inheritdoc cref="LoadVector512(ref readonly float, nuint)"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<double> LoadVector512(ref readonly double source, nuint offset = 0) =>
        Vector512.Create(LoadVector256(in source, offset), LoadVector256(in source, offset + (nuint)Vector256<double>.Count));

    /// <summary>Reads 256 bits.</summary>
    /// <inheritdoc cref="LoadVector512(ref readonly float, nuint)"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<float> LoadVector256(ref readonly float source, nuint offset = 0) =>
        Vector256.Create(Vector128.LoadUnsafe(in source, offset), Vector128.LoadUnsafe(in source, offset + (nuint)Vector128<float>.Count));

    /// <summary>Reads 256 bits.</summary>
    /// <inheritdoc cref="LoadVector512(ref readonly float, nuint)"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<double> LoadVector256(ref readonly double source, nuint offset = 0) => Avx.IsSupported
        ? Vector256.LoadUnsafe(in source, offset)
        : Vector256.Create(Vector128.LoadUnsafe(in source, offset), Vector128.LoadUnsafe(in source, offset + (nuint)Vector128<double>.Count));

    /// <summary>Reads a vector of the machine.</summary>
    /// <inheritdoc cref="LoadVector512(ref readonly float, nuint)"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<float> LoadVector(ref readonly float source, nuint offset = 0)
    {
        if (Vector<float>.Count == Vector512<float>.Count)
        {
            return LoadVector512(in source, offset).AsVector();
        }

        return Vector<float>.Count == Vector256<float>.Count ? LoadVector256(in source, offset).AsVector() : Vector.LoadUnsafe(in source, offset);
    }

    /// <summary>Reads a vector of the machine.</summary>
    /// <inheritdoc cref="LoadVector512(ref readonly float, nuint)"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<double> LoadVector(ref readonly double source, nuint offset = 0)
    {
        if (Vector<double>.Count == Vector512<double>.Count)
        {
            return LoadVector512(in source, offset).AsVector();
        }

        return Vector<double>.Count == Vector256<double>.Count ? LoadVector256(in source, offset).AsVector() : Vector.LoadUnsafe(in source, offset);
    }
}
