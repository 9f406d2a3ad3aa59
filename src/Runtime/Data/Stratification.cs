namespace NetGen.Data;

/// <summary>Gives each class its share of rows.</summary>
internal static class Stratification
{
    /// <summary>
    /// How many rows of each class to hold back: its share rounded down, and one more for the largest remainders until the
    /// sum is reached. Of equal remainders the first class is served first.
    /// </summary>
    /// <param name="labels">The label of each row.</param>
    /// <param name="classCount">The number of classes.</param>
    /// <param name="share">The share of rows to hold back.</param>
    /// <param name="sum">The number of rows to hold back, the rounded share of all.</param>
    public static int[] Quotas(ReadOnlySpan<int> labels, int classCount, double share, int sum)
    {
        int[] quotas = new int[classCount];
        double[] remainders = new double[classCount];
        foreach (int label in labels)
            quotas[label]++;
        for (int c = 0; c < classCount; c++)
        {
            double exact = share * quotas[c];
            quotas[c] = (int)exact;
            remainders[c] = exact - quotas[c];
            sum -= quotas[c];
        }

        foreach (int c in Enumerable.Range(0, classCount).OrderByDescending(c => remainders[c]).Take(sum))
            quotas[c]++;
        return quotas;
    }

    /// <summary>Moves the first rows of each class to the front, as many as its quota, and keeps the order otherwise.</summary>
    /// <param name="order">All rows.</param>
    /// <param name="labels">The label of each row.</param>
    /// <param name="quotas">A number of rows for each class; used up.</param>
    public static int[] HeldFirst(ReadOnlySpan<int> order, ReadOnlySpan<int> labels, Span<int> quotas)
    {
        int[] result = new int[order.Length];
        int held = 0;
        foreach (int quota in quotas)
            held += quota;
        int front = 0, back = held;
        foreach (int row in order)
        {
            if (quotas[labels[row]]-- > 0)
                result[front++] = row;
            else
                result[back++] = row;
        }

        return result;
    }

    /// <summary>Puts rows of one class side by side and keeps the order within the class.</summary>
    public static int[] ByClass(int[] order, ReadOnlySpan<int> labels)
    {
        int[] keys = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            keys[i] = labels[order[i]];
        return [.. Enumerable.Range(0, order.Length).OrderBy(i => keys[i]).Select(i => order[i])];
    }
}
