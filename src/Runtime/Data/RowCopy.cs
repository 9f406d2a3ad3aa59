namespace NetGen.Data;

/// <summary>Copies rows.</summary>
internal static class RowCopy
{
    /// <summary>The rows at some indices, in their order.</summary>
    public static TElement[] Of<TElement>(ReadOnlySpan<TElement> source, int width, ReadOnlySpan<int> rows)
    {
        TElement[] copy = new TElement[checked(rows.Length * width)];
        for (int i = 0; i < rows.Length; i++)
            source.Slice(rows[i] * width, width).CopyTo(copy.AsSpan(i * width));
        return copy;
    }
}
