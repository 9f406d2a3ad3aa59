using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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
    public static Vector512<float> BroadcastVector512(ref readonly float source, nuint offset) => Vector512.Create(Bits(in source, offset)).AsSingle();

    /// <inheritdoc cref="BroadcastVector512"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<float> BroadcastVector(ref readonly float source, nuint offset) => Vector.AsVectorSingle(Vector.Create(Bits(in source, offset)));

    /// <summary>The first of each pair, twice.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<float> First(Vector512<float> pairs) => Avx512F.IsSupported ? Avx512F.DuplicateEvenIndexed(pairs) : Evens(pairs);

    /// <summary>The second of each pair, twice.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<float> Second(Vector512<float> pairs) => Avx512F.IsSupported ? Avx512F.DuplicateOddIndexed(pairs) : Odds(pairs);

    /// <inheritdoc cref="First(Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<float> First(Vector<float> pairs)
    {
        if (Vector<float>.Count == Vector512<float>.Count)
        {
            return First(pairs.AsVector512()).AsVector();
        }

        return Vector<float>.Count == Vector256<float>.Count
            ? Vector256.Shuffle(pairs.AsVector256(), Vector256.Create(0, 0, 2, 2, 4, 4, 6, 6)).AsVector()
            : Vector128.Shuffle(pairs.AsVector128(), Vector128.Create(0, 0, 2, 2)).AsVector();
    }

    /// <inheritdoc cref="Second(Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<float> Second(Vector<float> pairs)
    {
        if (Vector<float>.Count == Vector512<float>.Count)
        {
            return Second(pairs.AsVector512()).AsVector();
        }

        return Vector<float>.Count == Vector256<float>.Count
            ? Vector256.Shuffle(pairs.AsVector256(), Vector256.Create(1, 1, 3, 3, 5, 5, 7, 7)).AsVector()
            : Vector128.Shuffle(pairs.AsVector128(), Vector128.Create(1, 1, 3, 3)).AsVector();
    }

    /// <summary>Apart, as is the next: the JIT would load the vector of indices for a branch that is not taken.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> Evens(Vector512<float> pairs) =>
        Vector512.Shuffle(pairs, Vector512.Create(0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 10, 10, 12, 12, 14, 14));

    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> Odds(Vector512<float> pairs) =>
        Vector512.Shuffle(pairs, Vector512.Create(1, 1, 3, 3, 5, 5, 7, 7, 9, 9, 11, 11, 13, 13, 15, 15));

    [MethodImpl(AggressiveInlining)]
    private static double Bits(ref readonly float source, nuint offset) =>
        Unsafe.ReadUnaligned<double>(in Unsafe.As<float, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in source), offset)));
}
