using NetGen.Initialization;

namespace NetGen.Data;

/// <summary>Orders of rows.</summary>
internal static class RowOrder
{
    /// <summary>The indices of all rows in a random order that the seed fixes.</summary>
    public static int[] Random(int count, int seed)
    {
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
            order[i] = i;
        new RandomSource(seed).Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Every <paramref name="folds"/>-th row: those dealt into one fold.</summary>
    public static int[] Held(int[] order, int folds, int fold) => [.. order.Where((_, i) => i % folds == fold)];

    /// <summary>The rows dealt into the other folds.</summary>
    public static int[] Training(int[] order, int folds, int fold) => [.. order.Where((_, i) => i % folds != fold)];
}
