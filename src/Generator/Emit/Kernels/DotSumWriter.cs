using System.Globalization;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the dot products of one row of A with the rows of B of a tile, from <c>xs</c> and <c>w</c> on: vectors of products are
/// summed in registers, and their lanes at the end.
/// </summary>
internal sealed class DotSumWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    /// <summary>The row of A where a variable holds it, or null where it is in memory.</summary>
    public HeldRow? Inputs { get; init; }

    /// <summary>The row of B that the tile starts with, as C#: the first of its biases.</summary>
    public string First { get; init; } = "0";

    /// <summary>Whether the sums of a tile are added up over their lanes together.</summary>
    public bool HasLaneSums => Tiling.Tile == LaneSumText.Count && !Kernel.HasBias && Kernel.Epilogue is null && Tiling.Plan.IsUniform;

    /// <summary>
    /// Whether the sums of a line are added up in one place. They start from the bias then, in their first lane: one addition
    /// less to wait for.
    /// </summary>
    private bool IsOneSum => HoldsVector
        || (!Tiling.IsUnrolled && !Tiling.Plan.UsesVectorT && Tiling.Plan.Groups.Count == 1 && Tiling.Plan.Groups[0].Segments[0].Lanes > 1);

    private bool HoldsVector => Inputs is not null && !Hoisted().TrueForAll(column => column.Type.IsScalar);

    private int Columns => Kernel.Shape.Columns;

    /// <summary>Writes sums that stay in their lanes, and returns an expression of each.</summary>
    public IReadOnlyList<string> WriteVectors()
    {
        List<Column> columns = [new Column(Number.Vector(Tiling.Plan.UsesVectorT ? 0 : Tiling.Plan.Segments()[0].Lanes), "0", "0", null, null)];
        if (Tiling.IsUnrolled)
        {
            WriteHoistedSums();
        }
        else
        {
            columns = Tiling.Plan.UsesVectorT ? Panel() : [.. Tiling.Plan.Groups[0].Segments.Select((segment, index) => FixedColumn(segment, index, true))];
            WriteGroups();
        }

        return [.. Enumerable.Range(0, Tiling.Tile).Select(line => string.Join(" + ", columns.Select(column => Sum(line, column))))];
    }

    /// <summary>Writes sums into the variables <c>y0</c>, <c>y1</c>, …, which start from the biases.</summary>
    public void Write()
    {
        if (!IsOneSum)
        {
            for (int line = 0; line < Tiling.Tile; line++)
            {
                Writer.Line($"{T} y{Literal.Of(line)} = {(Kernel.HasBias ? Bias(line) : Number.Vector(1).Zero)};");
            }
        }

        if (Tiling.IsUnrolled)
        {
            WriteHoistedSums();
            WriteSums([Hoisted()[0]]);
        }
        else
        {
            WriteGroups();
        }
    }

    /// <summary>Writes the vectors of the row, which stay in registers for all rows of B.</summary>
    public void WriteRow()
    {
        foreach (Column column in Hoisted())
        {
            string load = column.Type.Load("xs", column.Offset);
            Writer.Line($"{column.Type.Name} x{column.Name} = {(column.Valid is { } valid ? $"{load} & {column.Type.MaskBefore(valid)}" : load)};");
        }
    }

    private List<Column> Hoisted() =>
        [.. Tiling.Plan.Segments().Select((segment, index) => Fixed(segment, index, null))];

    private void WriteHoistedSums()
    {
        foreach ((int line, Column column) in Lines(Hoisted()))
        {
            string weights = column.Type.Load("w", WeightOffset(line, column.Offset));
            Writer.Line(column.Name == "0"
                ? $"{column.Type.Name} sum{Literal.Of(line)}_0 = x0 * {weights};"
                : $"sum{Literal.Of(line)}_0 = {column.Type.MultiplyAdd("x" + column.Name, weights, $"sum{Literal.Of(line)}_0")};");
        }
    }

    private void WriteGroups()
    {
        if (Inputs is { } held && HoldsVector)
        {
            WriteStraight([new Column(held.Type, "0", "0", Columns == held.Type.Lanes ? null : held.Type.MaskBefore(Columns), null)]);
            return;
        }

        if (Tiling.Plan.UsesVectorT)
        {
            WriteVectorT();
            return;
        }

        if (Tiling.Plan.Groups.Count == 1)
        {
            WriteGroup(Tiling.Plan.Groups[0]);
            return;
        }

        foreach (ColumnGroup group in Tiling.Plan.Groups)
        {
            using (Writer.Block())
            {
                WriteGroup(group);
            }
        }
    }

    private void WriteGroup(ColumnGroup group)
    {
        List<Column> columns = [.. group.Segments.Select((segment, index) => FixedColumn(segment, index, group.IsLoop))];
        if (!group.IsLoop)
        {
            WriteStraight(columns);
            return;
        }

        WriteStarts(columns);
        using (Writer.Block($"for (nuint o = {Literal.Of(group.Start)}; o < {Literal.Of(group.End)}; o += {Literal.Of(group.Stride)})"))
        {
            WriteTerms(columns);
        }

        WriteSums(columns);
    }

    private Column FixedColumn(Segment segment, int index, bool isLoop)
    {
        VectorType type = Number.Vector(segment.Lanes);
        string offset = isLoop ? Sum("o", segment.Offset) : Literal.Of(segment.Offset);
        return new Column(type, offset, Literal.Of(index), segment.Overlap > 0 ? type.MaskAfter(segment.Overlap) : null, null);
    }

    private void WriteVectorT()
    {
        int panel = Tiling.Plan.VectorsPerPanel;
        List<Column> columns = Panel();
        Writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        Writer.Line("nuint o = 0;");
        WriteStarts(columns);
        if (panel > 1)
        {
            using (Writer.Block($"for (; o + {Literal.Of(panel)} * lanes <= {Literal.Of(Columns)}; o += {Literal.Of(panel)} * lanes)"))
            {
                WriteTerms(columns);
            }
        }

        using (Writer.Block($"for (; o + lanes <= {Literal.Of(Columns)}; o += lanes)"))
        {
            WriteTerms([columns[0]]);
        }

        using (Writer.Block($"if (o < {Literal.Of(Columns)})"))
        {
            Writer.Line($"nuint last = {Literal.Of(Columns)} - lanes;");
            WriteTerms([columns[0] with { Offset = "last", Mask = $"VectorMask.From<{T}>(o - last)" }]);
        }

        WriteSums(columns);
    }

    private List<Column> Panel() => [.. Enumerable.Range(0, Tiling.Plan.VectorsPerPanel).Select(Portable)];

    private Column Portable(int index)
    {
        string offset = index switch { 0 => "o", 1 => "o + lanes", _ => $"o + {Literal.Of(index)} * lanes" };
        return new Column(Number.Vector(0), offset, Literal.Of(index), null, null);
    }

    /// <summary>One vector after another into as many sums as there are vector types.</summary>
    private void WriteStraight(List<Column> columns)
    {
        if (columns.TrueForAll(column => column.Type.IsScalar))
        {
            WriteScalars(columns);
            return;
        }

        WriteStarts(columns);
        WriteTerms(columns);
        WriteSums(columns);
    }

    private void WriteScalars(List<Column> columns)
    {
        foreach ((int line, Column column) in Lines(columns))
        {
            string product = column.Type.MultiplyAdd(Input(column), column.Type.Load("w", WeightOffset(line, column.Offset)), $"y{Literal.Of(line)}");
            Writer.Line($"y{Literal.Of(line)} = {product};");
        }
    }

    private void WriteStarts(List<Column> columns)
    {
        foreach ((int line, Column column) in Lines(columns))
        {
            bool hasBias = Kernel.HasBias && IsOneSum && column == columns[0];
            string start = hasBias ? column.Type.Widened($"({Bias(line)})", Number.Vector(1)) : column.Type.Zero;
            Writer.Line($"{column.Type.Name} {Sum(line, column)} = {start};");
        }
    }

    private string Bias(int line) => Number.Vector(1).Load("biases", Add(First, line));

    private void WriteTerms(List<Column> columns)
    {
        foreach (Column column in columns)
        {
            string load = Input(column);
            Writer.Line($"{column.Type.Name} x{column.Name} = {(column.Mask is null ? load : $"{load} & {column.Mask}")};");
        }

        foreach ((int line, Column column) in Lines(columns))
        {
            string sum = Sum(line, column);
            string weights = column.Type.Load("w", WeightOffset(line, column.Offset));
            Writer.Line($"{sum} = {column.Type.MultiplyAdd("x" + column.Name, weights, sum)};");
        }
    }

    private string Input(Column column) => (Inputs, column.Type.IsScalar) switch
    {
        (null, _) => column.Type.Load("xs", column.Offset),
        ({ } held, true) => held.Broadcast(column.Type, int.Parse(column.Offset, CultureInfo.InvariantCulture)),
        ({ } held, _) => held.Name,
    };

    private void WriteSums(List<Column> columns)
    {
        if (HasLaneSums)
        {
            return;
        }

        for (int line = 0; line < Tiling.Tile; line++)
        {
            IEnumerable<string> sums = columns
                .GroupBy(column => column.Type)
                .Select(same => same.Key.Sum(string.Join(" + ", same.Select(column => Sum(line, column)))));
            Writer.Line($"{(IsOneSum ? $"{T} y{Literal.Of(line)} =" : $"y{Literal.Of(line)} +=")} {string.Join(" + ", sums)};");
        }
    }

    private IEnumerable<(int Line, Column Column)> Lines(List<Column> columns) =>
        Enumerable.Range(0, Tiling.Tile).SelectMany(line => columns.Select(column => (line, column)));

    private string WeightOffset(int line, string column)
    {
        int start = line * Columns;
        return int.TryParse(column, out int known) ? Literal.Of(start + known) : Sum(column, start);
    }

    private static string Sum(int line, Column column) => $"sum{Literal.Of(line)}_{column.Name}";
}
