using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>Transpositions of [16, 2], [2, 16], [16, 3] and [3, 16] floats: permutations of two or three whole vectors.</summary>
internal static class LanePermutation
{
    private const nuint Lanes = 16;

    /// <inheritdoc cref="LaneTransposition{T}.Invoke"/>
    /// <returns>Whether the matrices are of one of the shapes.</returns>
    [MethodImpl(AggressiveInlining)]
    public static bool TryInvoke(ref float source, nuint rows, nuint columns, ref float destination, nuint count)
    {
        switch ((rows, columns))
        {
            case (Lanes, 2):
                Split2(ref source, ref destination, count);
                return true;
            case (2, Lanes):
                Interleave2(ref source, ref destination, count);
                return true;
            case (Lanes, 3):
                Split3(ref source, ref destination, count);
                return true;
            case (3, Lanes):
                Interleave3(ref source, ref destination, count);
                return true;
            default:
                return false;
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Split2(ref float source, ref float destination, nuint count) => Two(
        ref source,
        ref destination,
        count,
        Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30),
        Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31));

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Interleave2(ref float source, ref float destination, nuint count) => Two(
        ref source,
        ref destination,
        count,
        Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23),
        Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));

    /// <summary>Per result: what it takes from the first two vectors, then where the third goes.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Split3(ref float source, ref float destination, nuint count) => Three(
        ref source,
        ref destination,
        count,
        Vector512.Create(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0),
        Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29),
        Vector512.Create(1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0),
        Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30),
        Vector512.Create(2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0),
        Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31));

    /// <inheritdoc cref="Split3"/>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Interleave3(ref float source, ref float destination, nuint count) => Three(
        ref source,
        ref destination,
        count,
        Vector512.Create(0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5),
        Vector512.Create(0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15),
        Vector512.Create(21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26),
        Vector512.Create(0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15),
        Vector512.Create(0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0),
        Vector512.Create(26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31));

    [MethodImpl(AggressiveInlining)]
    private static void Two(ref float source, ref float destination, nuint count, Vector512<int> first, Vector512<int> second)
    {
        for (nuint i = 0; i < count * 2 * Lanes; i += 2 * Lanes)
        {
            Vector512<float> x = Vector512.LoadUnsafe(ref source, i);
            Vector512<float> y = Vector512.LoadUnsafe(ref source, i + Lanes);
            Avx512F.PermuteVar16x32x2(x, first, y).StoreUnsafe(ref destination, i);
            Avx512F.PermuteVar16x32x2(x, second, y).StoreUnsafe(ref destination, i + Lanes);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static void Three(
        ref float source,
        ref float destination,
        nuint count,
        Vector512<int> first,
        Vector512<int> firstRest,
        Vector512<int> second,
        Vector512<int> secondRest,
        Vector512<int> third,
        Vector512<int> thirdRest)
    {
        for (nuint i = 0; i < count * 3 * Lanes; i += 3 * Lanes)
        {
            Vector512<float> x = Vector512.LoadUnsafe(ref source, i);
            Vector512<float> y = Vector512.LoadUnsafe(ref source, i + Lanes);
            Vector512<float> z = Vector512.LoadUnsafe(ref source, i + 2 * Lanes);
            Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(x, first, y), firstRest, z).StoreUnsafe(ref destination, i);
            Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(x, second, y), secondRest, z).StoreUnsafe(ref destination, i + Lanes);
            Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(x, third, y), thirdRest, z).StoreUnsafe(ref destination, i + 2 * Lanes);
        }
    }
}
