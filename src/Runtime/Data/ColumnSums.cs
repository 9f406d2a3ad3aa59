using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// Sums over columns in double precision, relative to the first row, so that the deviation of a constant column is exactly 0.
/// </summary>
internal static class ColumnSums
{
    /// <summary>The mean of each column less its number in the first row.</summary>
    public static double[] Means<T>(ReadOnlySpan<T> rows, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] means = new double[width];
        double count = rows.Length / width;
        for (int start = 0; start < rows.Length; start += width)
        {
            for (int c = 0; c < means.Length; c++)
                means[c] += double.CreateTruncating(rows[start + c]) - double.CreateTruncating(rows[c]);
        }

        for (int c = 0; c < means.Length; c++)
            means[c] /= count;
        return means;
    }

    /// <summary>Σd² − (Σd)² / n of each column, d its deviations from the mean; the second term is 0 but for rounding.</summary>
    public static double[] SquaredDeviations<T>(ReadOnlySpan<T> rows, ReadOnlySpan<double> means)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] squares = new double[means.Length], sums = new double[means.Length];
        double count = rows.Length / means.Length;
        for (int start = 0; start < rows.Length; start += means.Length)
        {
            for (int c = 0; c < sums.Length; c++)
            {
                double deviation = double.CreateTruncating(rows[start + c]) - double.CreateTruncating(rows[c]) - means[c];
                squares[c] += deviation * deviation;
                sums[c] += deviation;
            }
        }

        for (int c = 0; c < sums.Length; c++)
            squares[c] -= sums[c] * sums[c] / count;
        return squares;
    }
}
