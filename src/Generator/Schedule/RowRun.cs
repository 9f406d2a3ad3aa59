namespace NetGen.Generator.Schedule;

/// <summary>
/// Consecutive rows of a weight matrix that fill whole vectors together, where a single row does not. Vectors that lie one behind the
/// other cross no cache line, which nearly every second one does where each row starts with its first.
/// </summary>
/// <param name="Rows">How many rows: a power of two.</param>
/// <param name="Lanes">The lanes of the vectors.</param>
internal sealed record RowRun(int Rows, int Lanes)
{
    /// <summary>Their vectors, for rows of so many columns.</summary>
    public int Vectors(int columns) => Rows * columns / Lanes;

    /// <summary>The run for a pass over the weights with a single row, or null where it gains nothing.</summary>
    public static RowRun? OfPass(Target target, MatMulShape shape)
    {
        int lanes = target.UsualLanes;
        int rows = 1;
        while (rows * shape.Columns % lanes != 0)
        {
            rows *= 2;
        }

        bool pays = (target.Family == VectorFamily.Wide ? shape.Columns > lanes : target.UsesVectorT(shape.Columns))
            && !shape.IsSwapped
            && rows > 1
            && rows * shape.Columns <= Tuning.RunVectors * lanes
            && shape.Inner >= rows
            && shape.Inner * shape.Columns >= Tuning.RunWeights;
        return pays ? new RowRun(rows, lanes) : null;
    }
}
