using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// As many rows of two, three or four elements as a vector has lanes, to one vector per column and back, in registers. Every 128
/// bits of a vector hold the rows that follow those of the bits before: four rows of floats, two of doubles. In the comments a, b
/// and c are the columns.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class LaneColumns<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static nuint Lanes
    {
        [MethodImpl(AggressiveInlining)]
        get => (nuint)(Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>());
    }

    /// <summary>Whether columns are permuted across whole vectors, in fewer instructions.</summary>
    private static bool HasPermutations
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(TVector) == typeof(Vector512<float>) && Avx512F.IsSupported;
    }

    [MethodImpl(AggressiveInlining)]
    public static (TVector A, TVector B) Load2(ref T rows)
    {
        if (HasPermutations)
        {
            (Vector512<float> a, Vector512<float> b) = LanePermutation.Split2(At512(ref rows, 0), At512(ref rows, 1));
            return (Of(a), Of(b));
        }

        if (!BlockVector<TVector, T>.IsSupported)
        {
            return (Gather(ref rows, 0, 2), Gather(ref rows, 1, 2));
        }

        TVector first = Block(ref rows, 0, 2), second = Block(ref rows, 1, 2);
        return typeof(T) == typeof(double)
            ? (BlockVector<TVector, T>.UnpackLow(first, second), BlockVector<TVector, T>.UnpackHigh(first, second))
            : (BlockVector<TVector, T>.ShuffleSingles(first, second, 0b10_00_10_00), BlockVector<TVector, T>.ShuffleSingles(first, second, 0b11_01_11_01));
    }

    [MethodImpl(AggressiveInlining)]
    public static (TVector A, TVector B, TVector C) Load3(ref T rows)
    {
        if (HasPermutations)
        {
            (Vector512<float> a, Vector512<float> b, Vector512<float> c) = LanePermutation.Split3(At512(ref rows, 0), At512(ref rows, 1), At512(ref rows, 2));
            return (Of(a), Of(b), Of(c));
        }

        if (!BlockVector<TVector, T>.IsSupported)
        {
            return (Gather(ref rows, 0, 3), Gather(ref rows, 1, 3), Gather(ref rows, 2, 3));
        }

        TVector first = Block(ref rows, 0, 3), second = Block(ref rows, 1, 3), third = Block(ref rows, 2, 3);
        if (typeof(T) == typeof(double))
        {
            // a0 b0, c0 a1, b1 c1
            return (
                BlockVector<TVector, T>.LowAndHigh(first, second),
                BlockVector<TVector, T>.HighAndLow(first, third),
                BlockVector<TVector, T>.LowAndHigh(second, third));
        }

        // a0 b0 c0 a1, b1 c1 a2 b2, c2 a3 b3 c3
        TVector b0c0b1c1 = BlockVector<TVector, T>.ShuffleSingles(first, second, 0b01_00_10_01);
        TVector a2b2c2a3 = BlockVector<TVector, T>.ShuffleSingles(second, third, 0b01_00_11_10);
        TVector b2b2b3b3 = BlockVector<TVector, T>.ShuffleSingles(a2b2c2a3, third, 0b10_10_01_01);
        return (
            BlockVector<TVector, T>.ShuffleSingles(first, a2b2c2a3, 0b11_00_11_00),
            BlockVector<TVector, T>.ShuffleSingles(b0c0b1c1, b2b2b3b3, 0b10_00_10_00),
            BlockVector<TVector, T>.ShuffleSingles(b0c0b1c1, third, 0b11_00_11_01));
    }

    [MethodImpl(AggressiveInlining)]
    public static (TVector A, TVector B, TVector C, TVector D) Load4(ref T rows)
    {
        if (!BlockVector<TVector, T>.IsSupported)
        {
            return (Gather(ref rows, 0, 4), Gather(ref rows, 1, 4), Gather(ref rows, 2, 4), Gather(ref rows, 3, 4));
        }

        TVector first = Block(ref rows, 0, 4), second = Block(ref rows, 1, 4), third = Block(ref rows, 2, 4), fourth = Block(ref rows, 3, 4);
        return typeof(T) == typeof(double)
            ? (
                BlockVector<TVector, T>.UnpackLow(first, third),
                BlockVector<TVector, T>.UnpackHigh(first, third),
                BlockVector<TVector, T>.UnpackLow(second, fourth),
                BlockVector<TVector, T>.UnpackHigh(second, fourth))
            : Transpose(first, second, third, fourth);
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store2(TVector a, TVector b, ref T rows)
    {
        if (HasPermutations)
        {
            (Vector512<float> x, Vector512<float> y) = LanePermutation.Interleave2(As512(a), As512(b));
            x.StoreUnsafe(ref Singles(ref rows));
            y.StoreUnsafe(ref Singles(ref rows), 16);
            return;
        }

        if (!BlockVector<TVector, T>.IsSupported)
        {
            Scatter(a, ref rows, 0, 2);
            Scatter(b, ref rows, 1, 2);
            return;
        }

        StoreBlock(BlockVector<TVector, T>.UnpackLow(a, b), ref rows, 0, 2);
        StoreBlock(BlockVector<TVector, T>.UnpackHigh(a, b), ref rows, 1, 2);
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store3(TVector a, TVector b, TVector c, ref T rows)
    {
        if (HasPermutations)
        {
            (Vector512<float> x, Vector512<float> y, Vector512<float> z) = LanePermutation.Interleave3(As512(a), As512(b), As512(c));
            x.StoreUnsafe(ref Singles(ref rows));
            y.StoreUnsafe(ref Singles(ref rows), 16);
            z.StoreUnsafe(ref Singles(ref rows), 32);
            return;
        }

        if (!BlockVector<TVector, T>.IsSupported)
        {
            Scatter(a, ref rows, 0, 3);
            Scatter(b, ref rows, 1, 3);
            Scatter(c, ref rows, 2, 3);
            return;
        }

        if (typeof(T) == typeof(double))
        {
            StoreBlock(BlockVector<TVector, T>.UnpackLow(a, b), ref rows, 0, 3);
            StoreBlock(BlockVector<TVector, T>.LowAndHigh(c, a), ref rows, 1, 3);
            StoreBlock(BlockVector<TVector, T>.UnpackHigh(b, c), ref rows, 2, 3);
            return;
        }

        TVector c0c0a1a1 = BlockVector<TVector, T>.ShuffleSingles(c, a, 0b01_01_00_00);
        TVector b1b1c1c1 = BlockVector<TVector, T>.ShuffleSingles(b, c, 0b01_01_01_01);
        TVector c2c2a3a3 = BlockVector<TVector, T>.ShuffleSingles(c, a, 0b11_11_10_10);
        TVector b3b3c3c3 = BlockVector<TVector, T>.ShuffleSingles(b, c, 0b11_11_11_11);
        StoreBlock(BlockVector<TVector, T>.ShuffleSingles(BlockVector<TVector, T>.UnpackLow(a, b), c0c0a1a1, 0b10_00_01_00), ref rows, 0, 3);
        StoreBlock(BlockVector<TVector, T>.ShuffleSingles(b1b1c1c1, BlockVector<TVector, T>.UnpackHigh(a, b), 0b01_00_10_00), ref rows, 1, 3);
        StoreBlock(BlockVector<TVector, T>.ShuffleSingles(c2c2a3a3, b3b3c3c3, 0b10_00_10_00), ref rows, 2, 3);
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store4(TVector a, TVector b, TVector c, TVector d, ref T rows)
    {
        if (!BlockVector<TVector, T>.IsSupported)
        {
            Scatter(a, ref rows, 0, 4);
            Scatter(b, ref rows, 1, 4);
            Scatter(c, ref rows, 2, 4);
            Scatter(d, ref rows, 3, 4);
            return;
        }

        if (typeof(T) == typeof(double))
        {
            StoreBlock(BlockVector<TVector, T>.UnpackLow(a, b), ref rows, 0, 4);
            StoreBlock(BlockVector<TVector, T>.UnpackLow(c, d), ref rows, 1, 4);
            StoreBlock(BlockVector<TVector, T>.UnpackHigh(a, b), ref rows, 2, 4);
            StoreBlock(BlockVector<TVector, T>.UnpackHigh(c, d), ref rows, 3, 4);
            return;
        }

        (a, b, c, d) = Transpose(a, b, c, d);
        StoreBlock(a, ref rows, 0, 4);
        StoreBlock(b, ref rows, 1, 4);
        StoreBlock(c, ref rows, 2, 4);
        StoreBlock(d, ref rows, 3, 4);
    }

    /// <summary>Each block of 4 × 4 floats on its own.</summary>
    [MethodImpl(AggressiveInlining)]
    public static (TVector A, TVector B, TVector C, TVector D) Transpose(TVector first, TVector second, TVector third, TVector fourth)
    {
        TVector low01 = BlockVector<TVector, T>.UnpackLow(first, second);
        TVector high01 = BlockVector<TVector, T>.UnpackHigh(first, second);
        TVector low23 = BlockVector<TVector, T>.UnpackLow(third, fourth);
        TVector high23 = BlockVector<TVector, T>.UnpackHigh(third, fourth);
        return (
            BlockVector<TVector, T>.ShuffleSingles(low01, low23, 0b01_00_01_00),
            BlockVector<TVector, T>.ShuffleSingles(low01, low23, 0b11_10_11_10),
            BlockVector<TVector, T>.ShuffleSingles(high01, high23, 0b01_00_01_00),
            BlockVector<TVector, T>.ShuffleSingles(high01, high23, 0b11_10_11_10));
    }

    /// <summary>
    /// A block has as many rows as elements, and these lie in as many pieces of 128 bits as there are columns: piece <paramref name="index"/> of each block.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Block(ref T rows, nuint index, nuint columns) =>
        BlockVector<TVector, T>.Load(ref Unsafe.Add(ref rows, index * BlockVector<TVector, T>.BlockLength), columns * BlockVector<TVector, T>.BlockLength);

    [MethodImpl(AggressiveInlining)]
    private static void StoreBlock(TVector value, ref T rows, nuint index, nuint columns) =>
        BlockVector<TVector, T>.Store(value, ref Unsafe.Add(ref rows, index * BlockVector<TVector, T>.BlockLength), columns * BlockVector<TVector, T>.BlockLength);

    [MethodImpl(AggressiveInlining)]
    private static TVector Gather(ref T rows, nuint column, nuint columns)
    {
        TVector vector = default;
        for (nuint lane = 0; lane < Lanes; lane++)
        {
            Unsafe.Add(ref Unsafe.As<TVector, T>(ref vector), lane) = Unsafe.Add(ref rows, lane * columns + column);
        }

        return vector;
    }

    [MethodImpl(AggressiveInlining)]
    private static void Scatter(TVector vector, ref T rows, nuint column, nuint columns)
    {
        for (nuint lane = 0; lane < Lanes; lane++)
        {
            Unsafe.Add(ref rows, lane * columns + column) = Unsafe.Add(ref Unsafe.As<TVector, T>(ref vector), lane);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static ref float Singles(ref T rows) => ref Unsafe.As<T, float>(ref rows);

    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> At512(ref T rows, nuint index) => Vector512.LoadUnsafe(ref Singles(ref rows), index * 16);

    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> As512(TVector value) => Unsafe.BitCast<TVector, Vector512<float>>(value);

    [MethodImpl(AggressiveInlining)]
    private static TVector Of(Vector512<float> value) => Unsafe.BitCast<Vector512<float>, TVector>(value);
}
