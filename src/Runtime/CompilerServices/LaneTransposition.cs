using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// As many rows as a vector has lanes to a tile, which holds one vector per column, and back. Up to four columns are turned in
/// registers, more in blocks of 128 bits; a machine that does not shuffle these transposes as any matrix.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TSimd">Its operations.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class LaneTransposition<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>tiles[i, c, r] = rows[i, r, c].</summary>
    /// <param name="rows">[count, lanes, columns] row-major.</param>
    /// <param name="columns">Elements of a row.</param>
    /// <param name="tiles">[count, columns, lanes] row-major; memory apart from the rows.</param>
    /// <param name="count">Number of tiles.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void ToTiles(ref T rows, nuint columns, ref T tiles, nuint count)
    {
        nuint lanes = (nuint)TSimd.Count;
        for (nuint start = 0; start < count * columns * lanes; start += columns * lanes)
        {
            ref T source = ref Unsafe.Add(ref rows, start);
            ref T tile = ref Unsafe.Add(ref tiles, start);
            if (columns > 1 && !BlockVector<TVector, T>.IsSupported)
            {
                Transposition.Transpose(in source, ref tile, lanes, columns);
                continue;
            }

            TVector a, b, c, d;
            switch (columns)
            {
                case 1:
                    TSimd.Store(TSimd.Load(in source, 0), ref tile, 0);
                    break;
                case 2:
                    (a, b) = LaneColumns<TVector, T>.Load2(ref source);
                    TSimd.Store(a, ref tile, 0);
                    TSimd.Store(b, ref tile, lanes);
                    break;
                case 3:
                    (a, b, c) = LaneColumns<TVector, T>.Load3(ref source);
                    TSimd.Store(a, ref tile, 0);
                    TSimd.Store(b, ref tile, lanes);
                    TSimd.Store(c, ref tile, 2 * lanes);
                    break;
                case 4:
                    (a, b, c, d) = LaneColumns<TVector, T>.Load4(ref source);
                    TSimd.Store(a, ref tile, 0);
                    TSimd.Store(b, ref tile, lanes);
                    TSimd.Store(c, ref tile, 2 * lanes);
                    TSimd.Store(d, ref tile, 3 * lanes);
                    break;
                default:
                    LaneBlocks<TVector, TSimd, T>.ToTile(ref source, columns, ref tile);
                    break;
            }
        }
    }

    /// <summary>rows[i, r, c] = tiles[i, c, r].</summary>
    /// <param name="tiles">[count, columns, lanes] row-major.</param>
    /// <param name="columns">Elements of a row.</param>
    /// <param name="rows">[count, lanes, columns] row-major; memory apart from the tiles.</param>
    /// <param name="count">Number of tiles.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void ToRows(ref T tiles, nuint columns, ref T rows, nuint count)
    {
        nuint lanes = (nuint)TSimd.Count;
        for (nuint start = 0; start < count * columns * lanes; start += columns * lanes)
        {
            ref T tile = ref Unsafe.Add(ref tiles, start);
            ref T destination = ref Unsafe.Add(ref rows, start);
            if (columns > 1 && !BlockVector<TVector, T>.IsSupported)
            {
                Transposition.Transpose(in tile, ref destination, columns, lanes);
                continue;
            }

            TVector a = TSimd.Load(in tile, 0);
            switch (columns)
            {
                case 1:
                    TSimd.Store(a, ref destination, 0);
                    break;
                case 2:
                    LaneColumns<TVector, T>.Store2(a, TSimd.Load(in tile, lanes), ref destination);
                    break;
                case 3:
                    LaneColumns<TVector, T>.Store3(a, TSimd.Load(in tile, lanes), TSimd.Load(in tile, 2 * lanes), ref destination);
                    break;
                case 4:
                    LaneColumns<TVector, T>.Store4(a, TSimd.Load(in tile, lanes), TSimd.Load(in tile, 2 * lanes), TSimd.Load(in tile, 3 * lanes), ref destination);
                    break;
                default:
                    LaneBlocks<TVector, TSimd, T>.ToRows(ref tile, columns, ref destination);
                    break;
            }
        }
    }
}
