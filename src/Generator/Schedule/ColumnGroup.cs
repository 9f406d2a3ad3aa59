using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>Segments that are computed together, each in its own accumulator.</summary>
/// <param name="Start">The column of the first repetition.</param>
/// <param name="Repeats">How often the group repeats along the row.</param>
/// <param name="Stride">Columns from one repetition to the next; 0 where there is one.</param>
/// <param name="Segments">The segments of one repetition.</param>
internal sealed record ColumnGroup(int Start, int Repeats, int Stride, EquatableArray<Segment> Segments)
{
    public bool IsLoop => Repeats > 1;

    public int End => Start + (Repeats * Stride);
}
