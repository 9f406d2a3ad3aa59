namespace NetGen.Generator.Passes;

/// <summary>First-fit allocation of live ranges, in elements.</summary>
/// <param name="alignment">
/// What longer values are rounded up to a multiple of, and start at one; shorter ones go by the power of two that holds them.
/// </param>
internal sealed class ScratchAllocator(int alignment)
{
    private readonly List<(int Offset, int Size, int LastUse)> _live = [];

    /// <summary>The elements that all allocations together need.</summary>
    public int Size { get; private set; }

    /// <summary>Frees what no node from <paramref name="node"/> on uses.</summary>
    public void ReleaseBefore(int node) => _live.RemoveAll(range => range.LastUse < node);

    public int Allocate(int size, int firstUse, int lastUse)
    {
        int unit = Unit(size);
        size = RoundUp(size, unit);
        int offset = 0;
        foreach ((int start, int length, _) in _live.OrderBy(range => range.Offset))
        {
            if (offset + size <= start)
            {
                break;
            }

            offset = RoundUp(start + length, unit);
        }

        _live.Add((offset, size, Math.Max(firstUse, lastUse)));
        Size = Math.Max(Size, offset + size);
        return offset;
    }

    private int Unit(int size)
    {
        int unit = 1;
        while (unit < size && unit < alignment)
        {
            unit *= 2;
        }

        return unit;
    }

    private static int RoundUp(int value, int unit) => (value + unit - 1) / unit * unit;
}
