using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Sixteen rows of two or three floats, that lie in as many vectors, to one vector per column and back: permutations of whole
/// vectors.
/// </summary>
internal static class LanePermutation
{
    [MethodImpl(AggressiveInlining)]
    public static (Vector512<float> A, Vector512<float> B) Split2(Vector512<float> first, Vector512<float> second) => (
        Avx512F.PermuteVar16x32x2(first, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), second),
        Avx512F.PermuteVar16x32x2(first, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), second));

    [MethodImpl(AggressiveInlining)]
    public static (Vector512<float> First, Vector512<float> Second) Interleave2(Vector512<float> a, Vector512<float> b) => (
        Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b),
        Avx512F.PermuteVar16x32x2(a, Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b));

    /// <summary>Per result: what it takes from the first two vectors, then where the third goes.</summary>
    [MethodImpl(AggressiveInlining)]
    public static (Vector512<float> A, Vector512<float> B, Vector512<float> C) Split3(Vector512<float> first, Vector512<float> second, Vector512<float> third) => (
        Permute(
            first,
            second,
            third,
            Vector512.Create(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0),
            Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29)),
        Permute(
            first,
            second,
            third,
            Vector512.Create(1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0),
            Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30)),
        Permute(
            first,
            second,
            third,
            Vector512.Create(2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0),
            Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31)));

    /// <inheritdoc cref="Split3"/>
    [MethodImpl(AggressiveInlining)]
    public static (Vector512<float> First, Vector512<float> Second, Vector512<float> Third) Interleave3(Vector512<float> a, Vector512<float> b, Vector512<float> c) => (
        Permute(
            a,
            b,
            c,
            Vector512.Create(0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5),
            Vector512.Create(0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15)),
        Permute(
            a,
            b,
            c,
            Vector512.Create(21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26),
            Vector512.Create(0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15)),
        Permute(
            a,
            b,
            c,
            Vector512.Create(0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0),
            Vector512.Create(26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31)));

    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> Permute(Vector512<float> x, Vector512<float> y, Vector512<float> z, Vector512<int> fromTwo, Vector512<int> withThird) =>
        Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(x, fromTwo, y), withThird, z);
}
