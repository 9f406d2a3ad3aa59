namespace NetGen.Generator.Schedule;

/// <summary>How many rows of a batch one call of a kernel computes.</summary>
internal enum KernelRows
{
    /// <summary>One.</summary>
    Single,

    /// <summary>Any number.</summary>
    Any,

    /// <summary>A multiple of <see cref="Tuning.RowMultiple"/>, so that tiles have no rest.</summary>
    Tiles,
}
