using System.Numerics;

namespace NetGen.Data;

/// <summary>Labels as rows of targets with one 1 among zeros, and back.</summary>
public static class OneHot
{
    /// <summary>Writes a row for each label: 1 at the label's class, 0 elsewhere.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="labels">Labels, 0 to <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">The number of classes, at least 1.</param>
    /// <param name="targets">[labels, <paramref name="classCount"/>] row-major; overwritten.</param>
    /// <exception cref="ArgumentException">The length of <paramref name="targets"/> does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="classCount"/> is below 1, or a label is not the index of a class.
    /// </exception>
    public static void Encode<T>(ReadOnlySpan<int> labels, int classCount, Span<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DatasetGuard.Labels(labels, labels.Length, classCount);
        DatasetGuard.Targets(targets.Length, labels.Length, classCount);
        targets.Clear();
        for (int row = 0; row < labels.Length; row++)
            targets[(row * classCount) + labels[row]] = T.One;
    }

    /// <summary>Writes the label of each row of targets, the index of its 1.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="targets">[labels, <paramref name="classCount"/>] row-major.</param>
    /// <param name="classCount">The number of classes, at least 1.</param>
    /// <param name="labels">One label a row; overwritten.</param>
    /// <exception cref="ArgumentException">
    /// The length of <paramref name="targets"/> does not fit, or a row is not one 1 among zeros.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classCount"/> is below 1.</exception>
    public static void Decode<T>(ReadOnlySpan<T> targets, int classCount, Span<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DatasetGuard.Targets(targets.Length, labels.Length, classCount);
        for (int row = 0; row < labels.Length; row++)
        {
            if (IndexOfOne(targets.Slice(row * classCount, classCount)) < 0)
                throw new ArgumentException($"Row {row} is not one 1 among zeros.", nameof(targets));
        }

        for (int row = 0; row < labels.Length; row++)
            labels[row] = IndexOfOne(targets.Slice(row * classCount, classCount));
    }

    /// <summary>The index of the one 1 among zeros, or −1.</summary>
    private static int IndexOfOne<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int found = -1;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] == T.Zero)
                continue;
            if (row[i] != T.One || found >= 0)
                return -1;
            found = i;
        }

        return found;
    }
}
