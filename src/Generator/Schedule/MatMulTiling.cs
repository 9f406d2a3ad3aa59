namespace NetGen.Generator.Schedule;

/// <summary>How one version of a kernel is cut.</summary>
/// <param name="Family">The version.</param>
/// <param name="Row">How a single row is cut.</param>
/// <param name="Block">How a tile of several rows is cut.</param>
/// <param name="TileRows">
/// Rows of a tile: rows of the batch for <see cref="MatMulForm.Product"/>, rows of the weight matrix otherwise.
/// </param>
/// <param name="IsUnrolled">Whether the sum over the inner dimension is straight-line code.</param>
internal sealed record MatMulTiling(VectorFamily Family, ColumnPlan Row, ColumnPlan Block, int TileRows, bool IsUnrolled);
