namespace NetGen.Generator.Schedule;

/// <summary>
/// Rows of a narrow weight matrix that one vector holds: they lie one behind the other, so that they take one load. The inputs that
/// they belong to are spread over their lanes by a shuffle.
/// </summary>
/// <param name="Rows">How many: a power of two.</param>
/// <param name="Lanes">The lanes of the vector.</param>
internal sealed record RowPacking(int Rows, int Lanes)
{
    /// <summary>The packing for a batch, or null where it gains nothing.</summary>
    public static RowPacking? Of(Target target, MatMulShape shape) =>
        !shape.IsSwapped && shape.Columns <= Tuning.PackedColumns && Of(target, shape.Columns) is { } packing && shape.Inner >= Tuning.PackedVectors * packing.Rows ? packing : null;

    /// <summary>The packing for a single row, or null where it gains nothing.</summary>
    public static RowPacking? OfSingle(Target target, MatMulShape shape) =>
        !shape.IsSwapped && Of(target, shape.Columns) is { } packing && shape.Inner >= (packing.Rows == 2 ? Tuning.PackedPairRows : Tuning.PackedSingleRows) ? packing : null;

    /// <summary>The packing for a pass over the weights with a single row, which hands gradients on in pieces of 128 bits; null where it gains nothing.</summary>
    public static RowPacking? OfPass(Target target, MatMulShape shape) =>
        shape.Columns <= Tuning.PackedColumns && OfSingle(target, shape) is { } packing && packing.Rows >= target.NarrowestLanes ? packing : null;

    private static RowPacking? Of(Target target, int columns)
    {
        int rows = 1, lanes = target.WidestFixedLanes;
        while (2 * rows * columns <= lanes)
        {
            rows *= 2;
        }

        return rows > 1 && columns > 1 ? new RowPacking(rows, lanes) : null;
    }
}
