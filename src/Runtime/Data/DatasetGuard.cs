using System.Globalization;
using System.Numerics;

namespace NetGen.Data;

/// <summary>The checks of datasets. Each throws with the name of the caller's parameter.</summary>
internal static class DatasetGuard
{
    /// <summary>Checks rows of features; returns their number.</summary>
    public static int Rows(int length, int featureCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        if (length % featureCount != 0)
            throw new ArgumentException($"The length is {length}, but whole rows of {featureCount} are expected.", "features");
        return length / featureCount;
    }

    public static void Targets(int length, int rows, int targetCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(targetCount, 1);
        if (length != (long)rows * targetCount)
        {
            throw new ArgumentException(
                $"The length is {length}, but {(long)rows * targetCount} is expected: {rows} rows of {targetCount}.", "targets");
        }
    }

    /// <summary>Checks that there is one label a row, each the index of a class.</summary>
    public static void Labels(ReadOnlySpan<int> labels, int rows, int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        if (labels.Length != rows)
            throw new ArgumentException($"The length is {labels.Length}, but {rows} is expected: one label a row.", nameof(labels));
        int row = labels.IndexOfAnyExceptInRange(0, classCount - 1);
        if (row >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(labels), labels[row],
                $"The label of row {row} is {labels[row]}, but 0 to {classCount - 1} is expected.");
        }
    }

    public static void SameRows(int found, int expected, string name)
    {
        if (found != expected)
            throw new ArgumentException($"There are {found} rows, but {expected} are expected.", name);
    }

    public static void Range(int start, int count, int rows)
    {
        if ((uint)start > (uint)rows)
            throw new ArgumentOutOfRangeException(nameof(start), start, $"0 to {rows} is expected: there are {rows} rows.");
        if ((uint)count > (uint)(rows - start))
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"0 to {rows - start} is expected: there are {rows} rows, and the first is row {start}.");
        }
    }

    public static void Indices(ReadOnlySpan<int> indices, int count)
    {
        // The range 0 to −1 of no rows would wrap around.
        int i = count > 0 ? indices.IndexOfAnyExceptInRange(0, count - 1) : indices.IsEmpty ? -1 : 0;
        if (i >= 0)
        {
            throw new ArgumentOutOfRangeException(
                "rows", indices[i], $"The index at {i} is {indices[i]}, but it is expected to be one of {count} rows.");
        }
    }

    /// <summary>The number of rows to hold back, at least 1 and less than all.</summary>
    public static int HeldRows(double heldShare, int rows)
    {
        if (heldShare is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(heldShare), heldShare, "A share above 0 and below 1 is expected.");
        int held = (int)Math.Round(heldShare * rows, MidpointRounding.AwayFromZero);
        if (held == 0 || held == rows)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A share of {heldShare} of {rows} rows is {held}, which leaves a part empty."),
                nameof(heldShare));
        }

        return held;
    }

    /// <summary>The labels to stratify by.</summary>
    public static ReadOnlySpan<int> Stratified<T>(Dataset<T> dataset)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dataset.HasLabels
            ? dataset.Labels
            : throw new ArgumentException("The rows have targets, but labels are expected to stratify by.", "stratified");
}
