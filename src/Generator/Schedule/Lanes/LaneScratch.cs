using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>Lays values one behind the other: those of a tiny network are too few to share memory.</summary>
internal sealed class LaneScratch
{
    /// <summary>Elements per row so far.</summary>
    public int PerRow { get; private set; }

    public BufferSlot Add(string name, int columns)
    {
        BufferSlot slot = new(name, BufferKind.Scratch, PerRow, 0, columns);
        PerRow += columns;
        return slot;
    }
}
