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
