using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>Sums of the lanes of many vectors: four at a time, which takes a third of the instructions of one by one.</summary>
internal static class LaneAddition
{
    /// <summary>destination[i] += Σ of the lanes of vector i, for whole fours of vectors.</summary>
    /// <param name="vectors">The vectors, one behind the other.</param>
    /// <param name="lanes">Their lanes, a multiple of 4.</param>
    /// <param name="count">Their number.</param>
    /// <param name="destination">As many numbers; added to.</param>
    /// <returns>How many vectors were summed: <paramref name="count"/> but for up to three.</returns>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static nuint AddFours(ref float vectors, nuint lanes, nuint count, ref float destination)
    {
        nuint i = 0;
        for (; i + 4 <= count; i += 4)
        {
            Vector128<float> sum0 = Fold(ref Unsafe.Add(ref vectors, i * lanes), lanes);
            Vector128<float> sum1 = Fold(ref Unsafe.Add(ref vectors, (i + 1) * lanes), lanes);
            Vector128<float> sum2 = Fold(ref Unsafe.Add(ref vectors, (i + 2) * lanes), lanes);
            Vector128<float> sum3 = Fold(ref Unsafe.Add(ref vectors, (i + 3) * lanes), lanes);
            Vector128<float> sum01 = Sse.UnpackLow(sum0, sum1) + Sse.UnpackHigh(sum0, sum1);
            Vector128<float> sum23 = Sse.UnpackLow(sum2, sum3) + Sse.UnpackHigh(sum2, sum3);
            Vector128<float> sums = Sse.MoveLowToHigh(sum01, sum23) + Sse.MoveHighToLow(sum23, sum01);
            (Vector128.LoadUnsafe(ref destination, i) + sums).StoreUnsafe(ref destination, i);
        }

        return i;
    }

    /// <summary>The sum of the quarters, eighths… of a vector of 4 lanes each.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<float> Fold(ref float vector, nuint lanes)
    {
        Vector128<float> sum = Vector128.LoadUnsafe(ref vector);
        for (nuint lane = 4; lane < lanes; lane += 4)
        {
            sum += Vector128.LoadUnsafe(ref vector, lane);
        }

        return sum;
    }
}
