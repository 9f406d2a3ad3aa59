using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>
/// Consecutive rows of a weight matrix that fill whole vectors together, where a single row does not. Vectors that lie one behind the
/// other cross no cache line, which nearly every second one does where each row starts with its first.
/// </summary>
/// <param name="Rows">How many rows: a power of two.</param>
/// <param name="Columns">The length of a row.</param>
/// <param name="Lanes">The lanes of the vectors.</param>
/// <param name="Row">A row by itself, which ends in narrower vectors.</param>
internal sealed record RowRun(int Rows, int Columns, int Lanes, EquatableArray<Segment> Row)
{
    /// <summary>Their weights.</summary>
    public int Elements => Rows * Columns;

    /// <summary>Their vectors.</summary>
    public int Vectors => Elements / Lanes;

    /// <summary>The size of the local variable that holds the gradients of a row as often as they repeat.</summary>
    public int StackElements => StackSize.Of(Elements);

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
        return pays ? new RowRun(rows, shape.Columns, lanes, RowOf(target, shape.Columns)) : null;
    }

    private static EquatableArray<Segment> RowOf(Target target, int columns)
    {
        int lanes = target.UsualLanes;
        int whole = columns / lanes * lanes;
        IEnumerable<Segment> vectors = Enumerable.Range(0, columns / lanes).Select(index => new Segment(index * lanes, lanes, 0));
        return new EquatableArray<Segment>(vectors.Concat(ColumnPlan.Segments(target, columns, whole, RowEnd.Falls)));
    }
}
