namespace NetGen.GeneratorTests.SeedCases;

/// <summary>The little arithmetic that the documents do around a network.</summary>
internal static class Vectors
{
    public static double[] Times(this double[] vector, double factor) => [.. vector.Select(x => x * factor)];

    public static double[] Plus(this double[] x, double[] y) => [.. x.Zip(y, (a, b) => a + b)];

    public static double[] Minus(this double[] x, double[] y) => [.. x.Zip(y, (a, b) => a - b)];

    public static double SumOfSquares(this double[] vector) => vector.Sum(x => x * x);

    public static double[] Identity(int size) => [.. Enumerable.Range(0, size * size).Select(i => i % (size + 1) == 0 ? 1.0 : 0)];

    /// <summary>The index of the largest value of each row.</summary>
    public static int[] ArgMax(this double[] values, int width) => [.. values.Chunk(width).Select(row => Array.IndexOf(row, row.Max()))];

    public static double[] Column(this double[][] rows, int column) => [.. rows.Select(row => row[column])];
}
