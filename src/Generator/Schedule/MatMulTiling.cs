namespace NetGen.Generator.Schedule;

/// <summary>How one version of a kernel is cut.</summary>
/// <param name="Family">The version.</param>
/// <param name="Plan">How the columns are cut.</param>
/// <param name="Tile">
/// Rows whose sums are in registers together: of the batch for <see cref="MatMulForm.Product"/>, of the weight matrix
/// otherwise.
/// </param>
/// <param name="Chains">Sums of one row over different rows of B that are kept apart, so that few columns do not wait for one another.</param>
/// <param name="IsUnrolled">Whether the sum over the inner dimension is straight-line code.</param>
internal sealed record MatMulTiling(VectorFamily Family, ColumnPlan Plan, int Tile, int Chains, bool IsUnrolled)
{
    /// <summary>For <see cref="MatMulForm.ProductTransposed"/>: rows of the batch whose sums are in registers together.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>
    /// For <see cref="MatMulForm.OuterSum"/>: whether all columns of a tile's rows are computed before the next rows, so that the
    /// inputs are read once and the gradient in its order.
    /// </summary>
    public bool IsInnerFirst { get; init; }

    /// <summary>
    /// For a pass over the weights for a single row: whether it goes from the last row of weights to the first, as forward went the
    /// other way and left the last in the caches.
    /// </summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// For a single row: whether long rows of weights pass by one after the other, while the sums or gradients of the first group of
    /// <see cref="Plan"/> stay in registers and the others are in the nearest cache.
    /// </summary>
    public bool IsInOrder { get; init; }

    /// <summary>
    /// For a pass over the weights for a single row: the vectors of its gradients, where <c>Vector&lt;T&gt;</c> has its usual length and they
    /// stay in registers, or 0.
    /// </summary>
    public int HeldVectors { get; init; }

    /// <summary>For a <see cref="MatMulForm.Product"/> of one row: rows of weights that are added to sums in memory together, or 0.</summary>
    public int Streams { get; init; }

    /// <summary>
    /// For a <see cref="MatMulForm.Product"/> of one row: whether two inputs are broadcast with one load, and then apart by shuffles.
    /// </summary>
    public bool HasInputPairs { get; init; }

    /// <summary>
    /// For a pass over the weights for a single row: rows that are whole vectors together, in portable code where <c>Vector&lt;T&gt;</c> has its
    /// usual length, or null.
    /// </summary>
    public RowRun? Run { get; init; }

    /// <summary>How several rows of a narrow matrix share a vector, or null. Then <see cref="Plan"/> cuts what is summed over them.</summary>
    public RowPacking? Packing { get; init; }

    /// <summary>The last columns, too few for a vector, that are computed as dot products, or 0. <see cref="Plan"/> cuts those before.</summary>
    public int RestColumns { get; init; }

    /// <summary>
    /// Elements of a row of the largest panel of B, with vectors of the usual length, where panels are copied before they are used, or 0.
    /// </summary>
    public int CopiedPanel { get; init; }

    /// <summary>For a <see cref="MatMulForm.Product"/>: rows of a batch from which on panels are copied.</summary>
    public int CopiedRows { get; init; }

    /// <summary>For <see cref="MatMulForm.OuterSum"/>: rows of a batch that are written out in a loop over them.</summary>
    public int LoopRows { get; init; } = 1;

    /// <summary>Whether a tile asks for the inputs of the next one.</summary>
    public bool IsFetchedAhead { get; init; }

    /// <summary>For <see cref="MatMulForm.OuterSum"/>: whether a tile asks for the weights that the next one adds to.</summary>
    public bool AreWeightsFetchedAhead { get; init; }

    /// <summary>For a <see cref="MatMulForm.Product"/> with copied panels: whether they are transposed.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>
    /// For <see cref="MatMulForm.ProductTransposed"/>: how batches of enough rows are computed instead, as a product with transposed copies
    /// of panels, or null.
    /// </summary>
    public MatMulTiling? AsProduct { get; init; }

    /// <summary>The lanes of the longest vector of a fixed length, or 0 where there is none.</summary>
    public int LongestLanes => Math.Max(
        Packing?.Lanes ?? 0,
        Plan.Groups.SelectMany(group => group.Segments).Select(segment => segment.Lanes).DefaultIfEmpty(0).Max());

    /// <summary>The sums of a tile.</summary>
    public int Sums => Tile * Plan.PanelVectors;
}
