using System.Numerics;

namespace NetGen.Metrics;

/// <summary>The checks that metrics share. Each throws with the name of the caller's parameter.</summary>
internal static class MetricGuard
{
    /// <summary>Checks rows of outputs; returns their number, at least 1.</summary>
    public static int Rows(int length, int outputSize, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        if (length == 0)
            throw new ArgumentException($"The length is 0, but at least one row of {outputSize} is expected.", name);
        if (length % outputSize != 0)
            throw new ArgumentException($"The length is {length}, but whole rows of {outputSize} are expected.", name);
        return length / outputSize;
    }

    public static void SameLength(int expected, int found, string name)
    {
        if (expected != found)
            throw new ArgumentException($"The length is {found}, but {expected} is expected.", name);
    }

    public static void Threshold(double threshold)
    {
        if (double.IsNaN(threshold))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be a number.");
    }

    /// <summary>Checks that each label is the index of a class.</summary>
    public static void Labels(ReadOnlySpan<int> labels, int classCount, string name)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)classCount)
            {
                throw new ArgumentOutOfRangeException(
                    name, labels[row], $"The label of row {row} is {labels[row]}, but 0 to {classCount - 1} is expected.");
            }
        }
    }

    /// <summary>
    /// Checks that each row of targets states one class: one 1 among zeros, or in rows of one value 1 for the positive
    /// class and 0 or −1 for the negative one.
    /// </summary>
    public static void Targets<T>(ReadOnlySpan<T> targets, int outputSize, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < targets.Length / outputSize; row++)
        {
            if (outputSize == 1 ? !IsBinary(targets[row]) : !IsOneHot(targets.Slice(row * outputSize, outputSize)))
            {
                string expected = outputSize == 1 ? "1, 0 or -1 is" : "one 1 among zeros is";
                throw new ArgumentException($"The target of row {row} is not a class: {expected} expected.", name);
            }
        }
    }

    private static bool IsBinary<T>(T target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        target == T.One || target == T.Zero || target == T.NegativeOne;

    private static bool IsOneHot<T>(ReadOnlySpan<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int ones = 0;
        foreach (T x in target)
        {
            if (x == T.One)
                ones++;
            else if (x != T.Zero)
                return false;
        }

        return ones == 1;
    }
}
