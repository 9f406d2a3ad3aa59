using System.Numerics;

namespace NetGen.Data;

/// <summary>The checks that scalings share. Each throws with the name of the caller's parameter.</summary>
internal static class ScalingGuard
{
    public static void Numbers<T>(ReadOnlySpan<T> shift, ReadOnlySpan<T> scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shift.IsEmpty)
            throw new ArgumentException("The length is 0, but one number a column is expected.", nameof(shift));
        if (scale.Length != shift.Length)
            throw new ArgumentException($"The length is {scale.Length}, but {shift.Length} is expected.", nameof(scale));
        for (int column = 0; column < shift.Length; column++)
        {
            if (!T.IsFinite(shift[column]))
                throw new ArgumentException($"The shift of column {column} is not finite.", nameof(shift));
            if (!T.IsFinite(scale[column]) || scale[column] == T.Zero)
                throw new ArgumentException($"The scale of column {column} is 0 or not finite.", nameof(scale));
        }
    }

    public static void Rows<T>(ReadOnlySpan<T> rows, ReadOnlySpan<T> results, int width)
    {
        if (rows.Length % width != 0)
            throw new ArgumentException($"The length is {rows.Length}, but whole rows of {width} are expected.", nameof(rows));
        if (results.Length != rows.Length)
            throw new ArgumentException($"The length is {results.Length}, but {rows.Length} is expected.", nameof(results));
        if (rows.Overlaps(results, out int offset) && offset != 0)
            throw new ArgumentException("The results overlap the rows, but are not the same span.", nameof(results));
    }

    /// <param name="found">The number of columns found.</param>
    /// <param name="expected">The number of columns expected.</param>
    /// <param name="noun">What the columns are.</param>
    public static void Columns(int found, int expected, string noun)
    {
        if (found != expected)
            throw new ArgumentException($"A row has {found} {noun}, but {expected} are expected.", "dataset");
    }

    /// <summary>Checks rows to fit to; returns their number, at least 1.</summary>
    public static int Fit(int length, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (length == 0)
            throw new ArgumentException($"The length is 0, but at least one row of {width} is expected.", "rows");
        if (length % width != 0)
            throw new ArgumentException($"The length is {length}, but whole rows of {width} are expected.", "rows");
        return length / width;
    }

    /// <summary>Checks that all numbers are finite, so that what is fitted to them is too.</summary>
    public static void Finite<T>(ReadOnlySpan<T> rows, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (!T.IsFinite(rows[i]))
                throw new ArgumentException($"Row {i / width}, column {i % width} is {rows[i]}, but a finite number is expected.", nameof(rows));
        }
    }

    /// <summary>Checks that the spread of a column did not overflow.</summary>
    public static double Spread(double spread, int column) =>
        double.IsFinite(spread)
            ? spread
            : throw new ArgumentException($"The spread of column {column} is beyond the range of its numbers.", "rows");

    /// <summary>Checks that rows have targets to fit to.</summary>
    public static void HasTargets(bool hasLabels)
    {
        if (hasLabels)
            throw new ArgumentException("The rows have labels, but targets are expected.", "dataset");
    }

    /// <summary>Checks the range to scale to.</summary>
    public static void Range(double low, double high)
    {
        if (!double.IsFinite(low))
            throw new ArgumentOutOfRangeException(nameof(low), low, "A finite number is expected.");
        if (!double.IsFinite(high - low) || high <= low)
            throw new ArgumentOutOfRangeException(nameof(high), high, "A finite number above the lower end is expected.");
    }
}
