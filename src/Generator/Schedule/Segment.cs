namespace NetGen.Generator.Schedule;

/// <summary>A piece of a row that one vector covers.</summary>
/// <param name="Offset">Where it starts, relative to its group.</param>
/// <param name="Lanes">Its lanes; 1 is a scalar.</param>
/// <param name="Overlap">How many of its first lanes the segment before it covers already.</param>
/// <param name="Valid">How many of its lanes belong to the row; those behind reach past its end.</param>
internal sealed record Segment(int Offset, int Lanes, int Overlap, int Valid)
{
    public Segment(int offset, int lanes, int overlap)
        : this(offset, lanes, overlap, lanes)
    {
    }
}
