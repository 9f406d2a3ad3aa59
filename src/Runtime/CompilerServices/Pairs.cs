using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Broadcasts two floats with one load, as the Double that their bits make. A sum over rows of weights loads one of them per
/// multiply-add, as many as a processor loads; a shuffle is not in their way. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pairs
{
    /// <summary>Two floats in turns.</summary>
    /// <param name="source">Where to start.</param>
    /// <param name="offset">Elements from there.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<float> Broadcast(ref readonly float source, nuint offset) =>
        Vector512.Create(Unsafe.ReadUnaligned<double>(in Unsafe.As<float, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset)))).AsSingle();

    /// <summary>The first of each pair, twice.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<float> First(Vector512<float> pairs) =>
        Vector512.Shuffle(pairs, Vector512.Create(0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 10, 10, 12, 12, 14, 14));

    /// <summary>The second of each pair, twice.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<float> Second(Vector512<float> pairs) =>
        Vector512.Shuffle(pairs, Vector512.Create(1, 1, 3, 3, 5, 5, 7, 7, 9, 9, 11, 11, 13, 13, 15, 15));
}
