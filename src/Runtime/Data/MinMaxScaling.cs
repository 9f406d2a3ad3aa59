using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// Scalings that bring each column to a range, [0, 1] unless told otherwise, up to rounding. Fit to the rows trained on only,
/// and scale all others by the same numbers; they may then lie outside the range.
/// </summary>
/// <remarks>A constant column has the scale 1 and so becomes the lower end of the range.</remarks>
public static class MinMaxScaling
{
    /// <summary>Fits to rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="rows">[rows, <paramref name="width"/>] row-major, finite; at least one row.</param>
    /// <param name="width">The number of columns, at least 1.</param>
    /// <param name="low">What the least number of a column becomes.</param>
    /// <param name="high">What the greatest number of a column becomes, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">There is no row, the length does not fit, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="width"/> is below 1, or <paramref name="high"/> is not above <paramref name="low"/>.
    /// </exception>
    public static AffineScaling<T> Fit<T>(ReadOnlySpan<T> rows, int width, double low = 0, double high = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ScalingGuard.Fit(rows.Length, width);
        ScalingGuard.Range(low, high);
        ScalingGuard.Finite(rows, width);
        T[] least = rows[..width].ToArray(), greatest = rows[..width].ToArray();
        for (int start = 0; start < rows.Length; start += width)
        {
            for (int c = 0; c < width; c++)
            {
                least[c] = T.Min(least[c], rows[start + c]);
                greatest[c] = T.Max(greatest[c], rows[start + c]);
            }
        }

        return Between(least, greatest, low, high);
    }

    /// <summary>Fits to the features of a dataset.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="dataset">Rows with finite features, at least one.</param>
    /// <param name="low">What the least number of a column becomes.</param>
    /// <param name="high">What the greatest number of a column becomes, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">There is no row, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public static AffineScaling<T> Fit<T>(Dataset<T> dataset, double low = 0, double high = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return Fit(dataset.Features, dataset.FeatureCount, low, high);
    }

    /// <summary>Fits to the targets of a dataset.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="dataset">Rows with finite targets, at least one.</param>
    /// <param name="low">What the least number of a column becomes.</param>
    /// <param name="high">What the greatest number of a column becomes, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">Rows have labels, there is no row, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public static AffineScaling<T> FitTargets<T>(Dataset<T> dataset, double low = 0, double high = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ScalingGuard.HasTargets(dataset.HasLabels);
        return Fit(dataset.Targets, dataset.TargetCount, low, high);
    }

    /// <summary>From low = (least − shift) / scale and high = (greatest − shift) / scale.</summary>
    private static AffineScaling<T> Between<T>(T[] least, T[] greatest, double low, double high)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] shift = new T[least.Length], scale = new T[least.Length];
        for (int c = 0; c < shift.Length; c++)
        {
            double range = ScalingGuard.Spread(double.CreateTruncating(greatest[c] - least[c]), c);
            scale[c] = T.CreateTruncating(range / (high - low));
            if (scale[c] == T.Zero)
                scale[c] = T.One;
            shift[c] = T.CreateTruncating(double.CreateTruncating(least[c]) - (low * double.CreateTruncating(scale[c])));
        }

        return new AffineScaling<T>(shift, scale);
    }
}
