using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// Scalings that give each column the mean 0 and the standard deviation 1. Fit to the rows trained on only, and scale all
/// others by the same numbers.
/// </summary>
/// <remarks>
/// The deviation is that of the population, √(Σ(x − x̄)² / n), as scikit-learn's <c>StandardScaler</c> takes it, or that of a
/// sample, √(Σ(x − x̄)² / (n − 1)). Sums are taken in double precision in two passes, the second with the correction of Chan,
/// Golub and LeVeque (1983). A constant column has the scale 1 and so becomes 0.
/// </remarks>
public static class Standardization
{
    /// <summary>Fits to rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">[rows, <paramref name="width"/>] row-major, finite; at least one row, or two for a sample's deviation.</param>
    /// <param name="width">The number of columns, at least 1.</param>
    /// <param name="sample">Whether the deviation is that of a sample.</param>
    /// <exception cref="ArgumentException">There are too few rows, the length does not fit, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1.</exception>
    public static AffineScaling<T> Fit<T>(ReadOnlySpan<T> rows, int width, bool sample = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = ScalingGuard.Fit(rows.Length, width);
        if (sample && count == 1)
            throw new ArgumentException("There is one row, but the deviation of a sample takes at least two.", nameof(rows));
        ScalingGuard.Finite(rows, width);
        double[] means = ColumnSums.Means(rows, width);
        double[] squares = ColumnSums.SquaredDeviations(rows, means);
        T[] shift = new T[width], scale = new T[width];
        for (int c = 0; c < width; c++)
        {
            shift[c] = T.CreateTruncating(double.CreateTruncating(rows[c]) + means[c]);
            scale[c] = T.CreateTruncating(Math.Sqrt(ScalingGuard.Spread(squares[c], c) / (sample ? count - 1 : count)));
            if (scale[c] == T.Zero)
                scale[c] = T.One;
        }

        return new AffineScaling<T>(shift, scale);
    }

    /// <summary>Fits to the features of a dataset.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="dataset">Rows with finite features; at least one row, or two for a sample's deviation.</param>
    /// <param name="sample">Whether the deviation is that of a sample.</param>
    /// <exception cref="ArgumentException">There are too few rows, or a number is not finite.</exception>
    public static AffineScaling<T> Fit<T>(Dataset<T> dataset, bool sample = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return Fit(dataset.Features, dataset.FeatureCount, sample);
    }

    /// <summary>Fits to the targets of a dataset.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="dataset">Rows with finite targets; at least one row, or two for a sample's deviation.</param>
    /// <param name="sample">Whether the deviation is that of a sample.</param>
    /// <exception cref="ArgumentException">Rows have labels, there are too few rows, or a number is not finite.</exception>
    public static AffineScaling<T> FitTargets<T>(Dataset<T> dataset, bool sample = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ScalingGuard.HasTargets(dataset.HasLabels);
        return Fit(dataset.Targets, dataset.TargetCount, sample);
    }
}
