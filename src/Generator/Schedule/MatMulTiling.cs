namespace NetGen.Generator.Schedule;

/// <summary>How one version of a kernel is cut.</summary>
/// <param name="Family">The version.</param>
/// <param name="Row">How a single row is cut.</param>
/// <param name="Block">How a tile of several rows is cut.</param>
/// <param name="TileRows">
/// Rows of a tile: rows of the batch for <see cref="MatMulForm.Product"/>, rows of the weight matrix otherwise.
/// </param>
/// <param name="IsUnrolled">Whether the sum over the inner dimension is straight-line code.</param>
internal sealed record MatMulTiling(VectorFamily Family, ColumnPlan Row, ColumnPlan Block, int TileRows, bool IsUnrolled)
{
    /// <summary>Sums of a single row over different rows of B that are kept apart, so that few columns do not wait for one another.</summary>
    public int Chains(int inner, int columns)
    {
        int wanted = Math.Min(4, Tuning.RowVectors / Math.Max(1, columns));
        return inner >= 4 * wanted ? Math.Max(1, wanted) : 1;
    }
}
