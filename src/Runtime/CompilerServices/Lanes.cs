using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// One sample per lane: rows are kept in tiles of <see cref="ISimd{TVector, T}.Count"/> rows, and in a tile each column is
/// one vector, so that lane r of vector c is element c of row r of the tile. Called by generated code.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TSimd">Its operations.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rows of the whole tiles that hold <paramref name="rows"/> rows.</summary>
    /// <param name="rows">Number of rows.</param>
    [MethodImpl(AggressiveInlining)]
    public static nuint Padded(nuint rows) => (rows + (nuint)TSimd.Count - 1) & ~((nuint)TSimd.Count - 1);

    /// <summary>
    /// Rows to tiles. The last tile ends at the last row, and so begins with rows of the tile before where rows are left over;
    /// only where there are too few for that, its last lanes are without a row.
    /// </summary>
    /// <param name="rows">Rows of <paramref name="columns"/> elements.</param>
    /// <param name="count">Number of rows, at least 1.</param>
    /// <param name="columns">Elements of a row.</param>
    /// <param name="tiles">Receives as many elements of every column as <see cref="Padded"/> says.</param>
    /// <param name="repeats">
    /// Whether lanes that hold no row of their own repeat one, so that they hold nothing that a row does not, or are 0.
    /// </param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void FromRows(ref T rows, nuint count, nuint columns, ref T tiles, bool repeats)
    {
        nuint lanes = (nuint)TSimd.Count;
        nuint whole = count & ~(lanes - 1);
        LaneTransposition<TVector, TSimd, T>.ToTiles(ref rows, columns, ref tiles, whole / lanes);
        if (whole == count)
        {
            return;
        }

        ref T last = ref Unsafe.Add(ref tiles, whole * columns);
        if (whole == 0)
        {
            FromFewRows(ref rows, count, columns, ref last, repeats);
            return;
        }

        LaneTransposition<TVector, TSimd, T>.ToTiles(ref Unsafe.Add(ref rows, (count - lanes) * columns), columns, ref last, 1);
        for (nuint column = 0; column < columns && !repeats; column++)
        {
            Block.Rows(ref Unsafe.Add(ref last, column * lanes), lanes - (count - whole), 1).Clear();
        }
    }

    /// <summary>Tiles to rows; rows that are in two tiles are written twice.</summary>
    /// <param name="tiles">As <see cref="FromRows"/> writes them where lanes repeat rows, or computed lane by lane from such.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="columns">Elements of a row.</param>
    /// <param name="rows">Receives the rows.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void ToRows(ref T tiles, nuint count, nuint columns, ref T rows)
    {
        nuint lanes = (nuint)TSimd.Count;
        nuint whole = count & ~(lanes - 1);
        LaneTransposition<TVector, TSimd, T>.ToRows(ref tiles, columns, ref rows, whole / lanes);
        if (whole == count)
        {
            return;
        }

        ref T last = ref Unsafe.Add(ref tiles, whole * columns);
        if (whole == 0)
        {
            ToFewRows(ref last, count, columns, ref rows);
            return;
        }

        LaneTransposition<TVector, TSimd, T>.ToRows(ref last, columns, ref Unsafe.Add(ref rows, (count - lanes) * columns), 1);
    }

    /// <summary>As many rows of two elements as there are lanes to one vector per column.</summary>
    /// <param name="rows">The first of the rows.</param>
    [MethodImpl(AggressiveInlining)]
    public static (TVector A, TVector B) Load2(ref T rows) => LaneColumns<TVector, T>.Load2(ref rows);

    /// <summary>As many rows of three elements as there are lanes to one vector per column.</summary>
    /// <param name="rows">The first of the rows.</param>
    [MethodImpl(AggressiveInlining)]
    public static (TVector A, TVector B, TVector C) Load3(ref T rows) => LaneColumns<TVector, T>.Load3(ref rows);

    /// <summary>As many rows of four elements as there are lanes to one vector per column.</summary>
    /// <param name="rows">The first of the rows.</param>
    [MethodImpl(AggressiveInlining)]
    public static (TVector A, TVector B, TVector C, TVector D) Load4(ref T rows) => LaneColumns<TVector, T>.Load4(ref rows);

    /// <summary>Two columns to as many rows as there are lanes.</summary>
    /// <param name="a">The first column.</param>
    /// <param name="b">The second column.</param>
    /// <param name="rows">The first of the rows.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Store2(TVector a, TVector b, ref T rows) => LaneColumns<TVector, T>.Store2(a, b, ref rows);

    /// <summary>Three columns to as many rows as there are lanes.</summary>
    /// <param name="a">The first column.</param>
    /// <param name="b">The second column.</param>
    /// <param name="c">The third column.</param>
    /// <param name="rows">The first of the rows.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Store3(TVector a, TVector b, TVector c, ref T rows) => LaneColumns<TVector, T>.Store3(a, b, c, ref rows);

    /// <summary>Four columns to as many rows as there are lanes.</summary>
    /// <param name="a">The first column.</param>
    /// <param name="b">The second column.</param>
    /// <param name="c">The third column.</param>
    /// <param name="d">The fourth column.</param>
    /// <param name="rows">The first of the rows.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Store4(TVector a, TVector b, TVector c, TVector d, ref T rows) => LaneColumns<TVector, T>.Store4(a, b, c, d, ref rows);

    /// <summary>a = f(z).</summary>
    /// <param name="z">Pre-activations.</param>
    /// <typeparam name="TActivation">The activation.</typeparam>
    [MethodImpl(AggressiveInlining)]
    public static TVector Activate<TActivation>(TVector z)
        where TActivation : struct, IActivation<T> =>
        TActivation.Invoke<TVector, TSimd>(z);

    /// <summary>gradient · f′, for a derivative that needs the outputs only; see <see cref="DerivativeProduct{TActivation, T}"/>.</summary>
    /// <param name="gradient">∂L/∂a.</param>
    /// <param name="a">Outputs.</param>
    /// <typeparam name="TActivation">The activation.</typeparam>
    [MethodImpl(AggressiveInlining)]
    public static TVector MultiplyByDerivative<TActivation>(TVector gradient, TVector a)
        where TActivation : struct, IActivation<T> =>
        DerivativeProduct<TActivation, T>.Of<TVector, TSimd>(gradient, a, a);

    /// <summary>destination[i] += Σ of the lanes of vector i.</summary>
    /// <param name="sums">The vectors, one behind the other.</param>
    /// <param name="count">Number of vectors.</param>
    /// <param name="destination">As many numbers; added to.</param>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void AddSums(ref T sums, nuint count, ref T destination)
    {
        nuint lanes = (nuint)TSimd.Count;
        nuint i = typeof(T) == typeof(float) && Sse.IsSupported
            ? LaneAddition.AddFours(ref Unsafe.As<T, float>(ref sums), lanes, count, ref Unsafe.As<T, float>(ref destination))
            : 0;
        for (; i < count; i++)
        {
            Unsafe.Add(ref destination, i) += TSimd.Sum(TSimd.Load(in sums, i * lanes));
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void FromFewRows(ref T rows, nuint count, nuint columns, ref T tile, bool repeats)
    {
        nuint lanes = (nuint)TSimd.Count;
        for (nuint column = 0; column < columns; column++)
        {
            ref T vector = ref Unsafe.Add(ref tile, column * lanes);
            T last = T.Zero;
            for (nuint row = 0; row < count; row++)
            {
                last = Unsafe.Add(ref rows, row * columns + column);
                Unsafe.Add(ref vector, row) = last;
            }

            Block.Rows(ref Unsafe.Add(ref vector, count), lanes - count, 1).Fill(repeats ? last : T.Zero);
        }
    }

    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void ToFewRows(ref T tile, nuint count, nuint columns, ref T rows)
    {
        nuint lanes = (nuint)TSimd.Count;
        for (nuint row = 0; row < count; row++)
        {
            for (nuint column = 0; column < columns; column++)
            {
                Unsafe.Add(ref rows, row * columns + column) = Unsafe.Add(ref tile, column * lanes + row);
            }
        }
    }
}
