using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Transpositions of two and three columns of floats, four rows a time, in shuffles of 128 bits. Columns are stored in 256 bits
/// where the machine loads them so a moment later: a load waits for two stores that it is made of. In the comments a, b and c are
/// the columns.
/// </summary>
internal static class LaneInterleaving
{
    private const nuint Step = 4;

    /// <inheritdoc cref="LaneTransposition{T}.Invoke"/>
    /// <returns>Whether the matrices are of one of the shapes.</returns>
    [MethodImpl(AggressiveInlining)]
    public static bool TryInvoke(ref float source, nuint rows, nuint columns, ref float destination, nuint count)
    {
        switch ((rows, columns))
        {
            case (_, 2) when rows % Step == 0:
                Split2(ref source, rows, ref destination, count);
                return true;
            case (2, _) when columns % Step == 0:
                Join2(ref source, columns, ref destination, count);
                return true;
            case (_, 3) when rows % Step == 0:
                Split3(ref source, rows, ref destination, count);
                return true;
            case (3, _) when columns % Step == 0:
                Join3(ref source, columns, ref destination, count);
                return true;
            default:
                return false;
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Split2(ref float source, nuint rows, ref float destination, nuint count)
    {
        for (; count > 0; count--)
        {
            nuint row = 0;
            for (; Avx.IsSupported && row + 2 * Step <= rows; row += 2 * Step)
            {
                (Vector128<float> a0, Vector128<float> b0) = Split2(ref source, 2 * row);
                (Vector128<float> a1, Vector128<float> b1) = Split2(ref source, 2 * (row + Step));
                Vector256.Create(a0, a1).StoreUnsafe(ref destination, row);
                Vector256.Create(b0, b1).StoreUnsafe(ref destination, rows + row);
            }

            for (; row < rows; row += Step)
            {
                (Vector128<float> a, Vector128<float> b) = Split2(ref source, 2 * row);
                a.StoreUnsafe(ref destination, row);
                b.StoreUnsafe(ref destination, rows + row);
            }

            source = ref Unsafe.Add(ref source, 2 * rows);
            destination = ref Unsafe.Add(ref destination, 2 * rows);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static (Vector128<float> A, Vector128<float> B) Split2(ref float source, nuint start)
    {
        Vector128<float> first = Vector128.LoadUnsafe(ref source, start);
        Vector128<float> second = Vector128.LoadUnsafe(ref source, start + Step);
        return (Sse.Shuffle(first, second, 0b10_00_10_00), Sse.Shuffle(first, second, 0b11_01_11_01));
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Join2(ref float source, nuint rows, ref float destination, nuint count)
    {
        for (nuint start = 0; start < count * 2 * rows; start += 2 * rows)
        {
            for (nuint row = 0; row < rows; row += Step)
            {
                Vector128<float> a = Vector128.LoadUnsafe(ref source, start + row);
                Vector128<float> b = Vector128.LoadUnsafe(ref source, start + rows + row);
                Sse.UnpackLow(a, b).StoreUnsafe(ref destination, start + 2 * row);
                Sse.UnpackHigh(a, b).StoreUnsafe(ref destination, start + 2 * row + Step);
            }
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Split3(ref float source, nuint rows, ref float destination, nuint count)
    {
        for (; count > 0; count--)
        {
            nuint row = 0;
            for (; Avx.IsSupported && row + 2 * Step <= rows; row += 2 * Step)
            {
                (Vector128<float> a0, Vector128<float> b0, Vector128<float> c0) = Split3(ref source, 3 * row);
                (Vector128<float> a1, Vector128<float> b1, Vector128<float> c1) = Split3(ref source, 3 * (row + Step));
                Vector256.Create(a0, a1).StoreUnsafe(ref destination, row);
                Vector256.Create(b0, b1).StoreUnsafe(ref destination, rows + row);
                Vector256.Create(c0, c1).StoreUnsafe(ref destination, 2 * rows + row);
            }

            for (; row < rows; row += Step)
            {
                (Vector128<float> a, Vector128<float> b, Vector128<float> c) = Split3(ref source, 3 * row);
                a.StoreUnsafe(ref destination, row);
                b.StoreUnsafe(ref destination, rows + row);
                c.StoreUnsafe(ref destination, 2 * rows + row);
            }

            source = ref Unsafe.Add(ref source, 3 * rows);
            destination = ref Unsafe.Add(ref destination, 3 * rows);
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static (Vector128<float> A, Vector128<float> B, Vector128<float> C) Split3(ref float source, nuint start)
    {
        // a0 b0 c0 a1, b1 c1 a2 b2, c2 a3 b3 c3
        Vector128<float> first = Vector128.LoadUnsafe(ref source, start);
        Vector128<float> second = Vector128.LoadUnsafe(ref source, start + Step);
        Vector128<float> third = Vector128.LoadUnsafe(ref source, start + 2 * Step);
        Vector128<float> b0c0b1c1 = Sse.Shuffle(first, second, 0b01_00_10_01);
        Vector128<float> a2b2c2a3 = Sse.Shuffle(second, third, 0b01_00_11_10);
        Vector128<float> b2b2b3b3 = Sse.Shuffle(a2b2c2a3, third, 0b10_10_01_01);
        return (
            Sse.Shuffle(first, a2b2c2a3, 0b11_00_11_00),
            Sse.Shuffle(b0c0b1c1, b2b2b3b3, 0b10_00_10_00),
            Sse.Shuffle(b0c0b1c1, third, 0b11_00_11_01));
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void Join3(ref float source, nuint rows, ref float destination, nuint count)
    {
        for (nuint start = 0; start < count * 3 * rows; start += 3 * rows)
        {
            for (nuint row = 0; row < rows; row += Step)
            {
                Vector128<float> a = Vector128.LoadUnsafe(ref source, start + row);
                Vector128<float> b = Vector128.LoadUnsafe(ref source, start + rows + row);
                Vector128<float> c = Vector128.LoadUnsafe(ref source, start + 2 * rows + row);
                Vector128<float> c0c0a1a1 = Sse.Shuffle(c, a, 0b01_01_00_00);
                Vector128<float> b1b1c1c1 = Sse.Shuffle(b, c, 0b01_01_01_01);
                Vector128<float> c2c2a3a3 = Sse.Shuffle(c, a, 0b11_11_10_10);
                Vector128<float> b3b3c3c3 = Sse.Shuffle(b, c, 0b11_11_11_11);
                Sse.Shuffle(Sse.UnpackLow(a, b), c0c0a1a1, 0b10_00_01_00).StoreUnsafe(ref destination, start + 3 * row);
                Sse.Shuffle(b1b1c1c1, Sse.UnpackHigh(a, b), 0b01_00_10_00).StoreUnsafe(ref destination, start + 3 * row + Step);
                Sse.Shuffle(c2c2a3a3, b3b3c3c3, 0b10_00_10_00).StoreUnsafe(ref destination, start + 3 * row + 2 * Step);
            }
        }
    }
}
