using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Activations;
using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.CompilerServices;

/// <summary>Rows to tiles and back, for every small shape, at every width.</summary>
public class LanesTests
{
    private const int LargestColumns = 17;
    private const int Guard = 3;

    public static TheoryData<int> Counts => [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 100];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Lane_r_of_vector_c_is_element_c_of_row_r_of_a_tile(int rows)
    {
        Check<Vector512<float>, Simd512<float>, float>(rows);
        Check<Vector512<double>, Simd512<double>, double>(rows);
        Check<Vector256<float>, Simd256<float>, float>(rows);
        Check<Vector128<double>, Simd128<double>, double>(rows);
        Check<Vector<float>, SimdVector<float>, float>(rows);
        Check<Vector<double>, SimdVector<double>, double>(rows);
    }

    [Fact]
    public void Few_columns_are_read_from_rows_and_written_to_rows()
    {
        CheckColumns<Vector512<float>, Simd512<float>, float>();
        CheckColumns<Vector512<double>, Simd512<double>, double>();
        CheckColumns<Vector256<float>, Simd256<float>, float>();
        CheckColumns<Vector256<double>, Simd256<double>, double>();
        CheckColumns<Vector128<float>, Simd128<float>, float>();
        CheckColumns<Vector128<double>, Simd128<double>, double>();
        CheckColumns<Vector<float>, SimdVector<float>, float>();
        CheckColumns<Vector<double>, SimdVector<double>, double>();
    }

    [Fact]
    public void A_tiny_gradient_times_a_derivative_is_0_and_NaN_stays()
    {
        Assert.Equal(0, Product(float.Epsilon, 1));
        Assert.Equal(-2e-30f, Product(-2e-30f, 1));
        Assert.Equal(0, Product(3, -1));
        Assert.True(float.IsNaN(Product(float.NaN, 1)));

        static float Product(float gradient, float a) => Vector512.GetElement(
            Lanes<Vector512<float>, Simd512<float>, float>.MultiplyByDerivative<ReLU<float>>(Vector512.Create(gradient), Vector512.Create(a)), 3);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] rows = new float[3 * 50], tiles = new float[3 * 64];
        AllocationProbe.AssertNone(() =>
        {
            Lanes<Vector512<float>, Simd512<float>, float>.FromRows(ref rows[0], 50, 3, ref tiles[0], repeats: true);
            Lanes<Vector512<float>, Simd512<float>, float>.ToRows(ref tiles[0], 50, 3, ref rows[0]);
        });
    }

    [Fact]
    public void Lanes_of_every_number_of_vectors_are_added_up()
    {
        for (int count = 1; count <= 21; count++)
        {
            CheckSums<Vector512<float>, Simd512<float>, float>(count);
            CheckSums<Vector<float>, SimdVector<float>, float>(count);
            CheckSums<Vector128<float>, Simd128<float>, float>(count);
            CheckSums<Vector512<double>, Simd512<double>, double>(count);
            CheckSums<Vector<double>, SimdVector<double>, double>(count);
        }
    }

    private static void CheckSums<TVector, TSimd, T>(int count)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] sums = [.. Enumerable.Range(1, count * TSimd.Count).Select(T.CreateChecked)];
        T[] destination = [.. Enumerable.Range(0, count).Select(T.CreateChecked), T.NaN];
        Lanes<TVector, TSimd, T>.AddSums(ref sums[0], (nuint)count, ref destination[0]);
        IEnumerable<T> expected = sums.Chunk(TSimd.Count).Select((lanes, i) => lanes.Aggregate(T.CreateChecked(i), (x, y) => x + y));
        Assert.Equal(expected.Append(T.NaN), destination);
    }

    private static void CheckColumns<TVector, TSimd, T>()
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int columns = 2; columns <= 4; columns++)
        {
            T[] rows = [.. Enumerable.Range(1, TSimd.Count * columns).Select(T.CreateChecked)];
            TVector[] vectors = Load<TVector, TSimd, T>(ref rows[0], columns);
            T[] tile = new T[rows.Length];
            for (int column = 0; column < columns; column++)
            {
                TSimd.Store(vectors[column], ref tile[column * TSimd.Count], 0);
            }

            IEnumerable<T> expected = Enumerable.Range(0, columns).SelectMany(column => rows.Where((_, i) => i % columns == column));
            Assert.Equal(expected, tile);
            T[] back = Poisoned<T>(rows.Length);
            Store<TVector, TSimd, T>(vectors, ref back[Guard]);
            Assert.Equal([.. Poisoned<T>(0)[..Guard], .. rows, .. Poisoned<T>(0)[..Guard]], back);
        }
    }

    private static TVector[] Load<TVector, TSimd, T>(ref T rows, int columns)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TVector a, b, c, d;
        switch (columns)
        {
            case 2:
                (a, b) = Lanes<TVector, TSimd, T>.Load2(ref rows);
                return [a, b];
            case 3:
                (a, b, c) = Lanes<TVector, TSimd, T>.Load3(ref rows);
                return [a, b, c];
            default:
                (a, b, c, d) = Lanes<TVector, TSimd, T>.Load4(ref rows);
                return [a, b, c, d];
        }
    }

    private static void Store<TVector, TSimd, T>(TVector[] columns, ref T rows)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (columns)
        {
            case [var a, var b]:
                Lanes<TVector, TSimd, T>.Store2(a, b, ref rows);
                break;
            case [var a, var b, var c]:
                Lanes<TVector, TSimd, T>.Store3(a, b, c, ref rows);
                break;
            case [var a, var b, var c, var d]:
                Lanes<TVector, TSimd, T>.Store4(a, b, c, d, ref rows);
                break;
        }
    }

    private static void Check<TVector, TSimd, T>(int rows)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int columns = 1; columns <= LargestColumns; columns++)
        {
            CheckTiles<TVector, TSimd, T>(rows, columns, repeats: true);
            CheckTiles<TVector, TSimd, T>(rows, columns, repeats: false);
        }
    }

    private static void CheckTiles<TVector, TSimd, T>(int rows, int columns, bool repeats)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int padded = (int)Lanes<TVector, TSimd, T>.Padded((nuint)rows);
        Assert.Equal((rows + TSimd.Count - 1) / TSimd.Count * TSimd.Count, padded);
        T[] source = [.. Enumerable.Range(1, rows * columns).Select(T.CreateChecked)];
        T[] tiles = Poisoned<T>(padded * columns);
        Lanes<TVector, TSimd, T>.FromRows(ref source[0], (nuint)rows, (nuint)columns, ref tiles[Guard], repeats);
        for (int lane = 0; lane < padded; lane++)
        {
            (int row, bool isOwn) = RowOf(lane, rows, TSimd.Count);
            for (int column = 0; column < columns; column++)
            {
                T expected = isOwn || repeats ? source[row * columns + column] : T.Zero;
                int index = Guard + (lane / TSimd.Count * columns + column) * TSimd.Count + lane % TSimd.Count;
                Assert.True(expected == tiles[index], $"{typeof(TVector).Name}: lane {lane}, {rows} rows, column {column} of {columns}: {tiles[index]}, not {expected}");
            }
        }

        Assert.All([.. tiles[..Guard], .. tiles[^Guard..]], x => Assert.True(T.IsNaN(x), "wrote outside"));
        if (repeats)
        {
            CheckBack<TVector, TSimd, T>(source, tiles, rows, columns);
        }
    }

    private static void CheckBack<TVector, TSimd, T>(T[] source, T[] tiles, int rows, int columns)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] back = Poisoned<T>(rows * columns);
        Lanes<TVector, TSimd, T>.ToRows(ref tiles[Guard], (nuint)rows, (nuint)columns, ref back[Guard]);
        Assert.Equal(source, back[Guard..^Guard]);
        Assert.All([.. back[..Guard], .. back[^Guard..]], x => Assert.True(T.IsNaN(x), "wrote outside"));
    }

    /// <summary>The row that a lane holds, and whether it is the first to: the last tile ends at the last row.</summary>
    private static (int Row, bool IsOwn) RowOf(int lane, int rows, int count)
    {
        int whole = rows / count * count;
        if (lane < whole || whole == 0)
        {
            return (Math.Min(lane, rows - 1), lane < rows);
        }

        int row = rows - count + (lane - whole);
        return (row, row >= whole);
    }

    private static T[] Poisoned<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. Enumerable.Repeat(T.NaN, length + 2 * Guard)];
}
