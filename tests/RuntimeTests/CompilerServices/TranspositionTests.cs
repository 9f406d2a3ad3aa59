using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.CompilerServices;

public class TranspositionTests
{
    private const int Margin = 40;

    public static TheoryData<int, int> LargeSizes => new() { { 128, 64 }, { 64, 10 }, { 3, 100 }, { 61, 97 }, { 1, 1000 }, { 257, 5 } };

    [Fact]
    public void Every_small_size_is_transposed_and_nothing_else_is_touched()
    {
        for (int rows = 1; rows <= 20; rows++)
        {
            for (int columns = 1; columns <= 20; columns++)
            {
                Check<float>(rows, columns);
                Check<double>(rows, columns);
            }
        }
    }

    [Theory, MemberData(nameof(LargeSizes))]
    public void Large_sizes_are_transposed(int rows, int columns)
    {
        Check<float>(rows, columns);
        Check<double>(rows, columns);
    }

    private static void Check<T>(int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = rows * columns;
        T[] source = [.. Enumerable.Repeat(T.NaN, Margin), .. Enumerable.Range(0, length).Select(T.CreateChecked), .. Enumerable.Repeat(T.NaN, Margin)];
        T[] destination = [.. Enumerable.Repeat(T.NegativeOne, length + (2 * Margin))];
        Transposition.Transpose(in source[Margin], ref destination[Margin], (nuint)rows, (nuint)columns);
        T[] expected = [.. destination];
        for (int i = 0; i < length; i++)
            expected[Margin + i] = T.CreateChecked(((i % rows) * columns) + (i / rows));
        Array.Fill(expected, T.NegativeOne, 0, Margin);
        Array.Fill(expected, T.NegativeOne, Margin + length, Margin);
        Assert.True(expected.AsSpan().SequenceEqual(destination), $"{rows} × {columns} of {typeof(T).Name}");
    }
}
