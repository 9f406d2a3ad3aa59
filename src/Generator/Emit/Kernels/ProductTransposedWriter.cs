using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>Writes C[rows, k] = A[rows, n] · B[k, n]ᵀ: each element is a dot product of a row of A with a row of B.</summary>
internal sealed class ProductTransposedWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    /// <summary>The row of inputs where a variable holds it, or null where it is in memory.</summary>
    public HeldRow? Inputs { get; init; }

    /// <summary>The variable that receives the single result, or null where memory does.</summary>
    public HeldRow? Result { get; init; }

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({KernelText.Parameters(Kernel, T)})"))
        {
            WriteBody();
        }
    }

    private bool IsSingle => Kernel.Rows == KernelRows.Single;

    private string Destination => IsSingle ? "ys" : "y";

    /// <summary>Whether the sums of a tile are added up over their lanes together.</summary>
    private bool HasLaneSums => Tiling.Tile == LaneSumText.Count && !Kernel.HasBias && Kernel.Epilogue is null && Tiling.Plan.IsUniform;

    /// <summary>Writes the statements, which know their operands by the names of the kernel's parameters.</summary>
    public void WriteBody()
    {
        if (Tiling.Packing is not null)
        {
            new PackedPassWriter(Writer, Kernel, Tiling, Number).Write();
            return;
        }

        if (Tiling.IsUnrolled)
        {
            foreach (Column column in Hoisted())
            {
                string load = column.Type.Load("xs", column.Offset);
                Writer.Line($"{column.Type.Name} x{column.Name} = {(column.Valid is { } valid ? $"{load} & {column.Type.MaskBefore(valid)}" : load)};");
            }
        }

        WriteTiles(Tiling.Tile);
    }

    /// <summary>The vectors of the row, which stay in registers for all rows of B.</summary>
    private List<Column> Hoisted() =>
        [.. Tiling.Plan.Segments().Select((segment, index) => Fixed(segment, index, null))];

    /// <summary>The last tile starts earlier where the rows of B are no multiple of it: some results are computed twice.</summary>
    private void WriteTiles(int tile)
    {
        if (Inner == tile)
        {
            WriteRows("0", tile);
            return;
        }

        bool overlaps = Inner % tile != 0;
        using (Writer.Block($"for (nuint {(overlaps ? "t" : "i")} = 0; {(overlaps ? "t" : "i")} < {Literal.Of(Inner)}; {(overlaps ? "t" : "i")} += {Literal.Of(tile)})"))
        {
            if (overlaps)
            {
                Writer.Line($"nuint i = nuint.Min(t, {Literal.Of(Inner - tile)});");
            }

            WriteRows("i", tile);
        }
    }

    /// <summary>Writes the statements for the one row of <c>x</c> and the single output.</summary>
    public void WriteSingleRow()
    {
        if (Inputs is null)
        {
            Writer.Line($"ref {T} xs = ref x;");
        }

        WriteRow("0", Tiling.Tile, "0");
    }

    private void WriteRows(string first, int tile)
    {
        if (IsSingle)
        {
            WriteRow(first, tile, "0");
            return;
        }

        using (Writer.Block("for (nuint row = 0; row < rows; row++)"))
        {
            Writer.Line($"ref {T} xs = ref Unsafe.Add(ref x, {Times("row", Columns)});");
            WriteRow(first, tile, Times("row", Inner));
        }
    }

    private void WriteRow(string first, int tile, string row)
    {
        Writer.Line($"ref {T} w = ref {(first == "0" ? "weights" : $"Unsafe.Add(ref weights, {first} * {Columns})")};");
        if (Tiling.IsUnrolled)
        {
            WriteHoistedSums(tile);
        }

        if (HasLaneSums)
        {
            WriteLaneSums(first, tile, row);
        }
        else
        {
            WriteSeparateSums(first, tile, row);
        }
    }

    private void WriteHoistedSums(int tile)
    {
        foreach ((int line, Column column) in Lines(Hoisted(), tile))
        {
            string weights = column.Type.Load("w", WeightOffset(line, column.Offset));
            Writer.Line(column.Name == "0"
                ? $"{column.Type.Name} sum{Literal.Of(line)}_0 = x0 * {weights};"
                : $"sum{Literal.Of(line)}_0 = {column.Type.MultiplyAdd("x" + column.Name, weights, $"sum{Literal.Of(line)}_0")};");
        }
    }

    private void WriteLaneSums(string first, int tile, string row)
    {
        List<Column> columns = [new Column(Number.Vector(Tiling.Plan.UsesVectorT ? 0 : Tiling.Plan.Segments()[0].Lanes), "0", "0", null, null)];
        if (!Tiling.IsUnrolled)
        {
            columns = Tiling.Plan.UsesVectorT ? [.. Enumerable.Range(0, Tiling.Plan.VectorsPerPanel).Select(Portable)] : [.. Tiling.Plan.Groups[0].Segments.Select((segment, index) => FixedColumn(segment, index, true))];
            ForEachDotGroup(tile);
        }

        IEnumerable<string> sums = Enumerable.Range(0, tile).Select(line => string.Join(" + ", columns.Select(column => Sum(line, column))));
        Writer.Line(LaneSumText.Store(sums, Destination, RowOffset(row, first, 0)));
    }

    private void WriteSeparateSums(string first, int tile, string row)
    {
        for (int line = 0; line < tile; line++)
        {
            string start = Kernel.HasBias ? Number.Vector(1).Load("biases", Add(first, line)) : Number.Vector(1).Zero;
            Writer.Line($"{T} y{Literal.Of(line)} = {start};");
        }

        if (Tiling.IsUnrolled)
        {
            WriteSums([Hoisted()[0]], tile);
        }
        else
        {
            ForEachDotGroup(tile);
        }

        for (int line = 0; line < tile; line++)
        {
            string value = KernelText.Activate(Kernel.Epilogue, Number.Vector(1), $"y{Literal.Of(line)}");
            Writer.Line(Result is { } held ? $"{held.Name} = {value};" : Number.Vector(1).Store(value, Destination, RowOffset(row, first, line)));
        }
    }

    private void ForEachDotGroup(int tile)
    {
        if (Inputs is { } held && !Hoisted().TrueForAll(column => column.Type.IsScalar))
        {
            WriteStraight([new Column(held.Type, "0", "0", Columns == held.Type.Lanes ? null : held.Type.MaskBefore(Columns), null)], tile);
            return;
        }

        if (Tiling.Plan.UsesVectorT)
        {
            WriteVectorT(tile);
            return;
        }

        if (Tiling.Plan.Groups.Count == 1)
        {
            WriteGroup(Tiling.Plan.Groups[0], tile);
            return;
        }

        foreach (ColumnGroup group in Tiling.Plan.Groups)
        {
            using (Writer.Block())
            {
                WriteGroup(group, tile);
            }
        }
    }

    private void WriteGroup(ColumnGroup group, int tile)
    {
        List<Column> columns = [.. group.Segments.Select((segment, index) => FixedColumn(segment, index, group.IsLoop))];
        if (!group.IsLoop)
        {
            WriteStraight(columns, tile);
            return;
        }

        WriteZeros(columns, tile);
        using (Writer.Block($"for (nuint o = {Literal.Of(group.Start)}; o < {Literal.Of(group.End)}; o += {Literal.Of(group.Stride)})"))
        {
            WriteTerms(columns, tile);
        }

        WriteSums(columns, tile);
    }

    private Column FixedColumn(Segment segment, int index, bool isLoop)
    {
        VectorType type = Number.Vector(segment.Lanes);
        string offset = isLoop ? Sum("o", segment.Offset) : Literal.Of(segment.Offset);
        return new Column(type, offset, Literal.Of(index), segment.Overlap > 0 ? type.MaskAfter(segment.Overlap) : null, null);
    }

    private void WriteVectorT(int tile)
    {
        int panel = Tiling.Plan.VectorsPerPanel;
        List<Column> columns = [.. Enumerable.Range(0, panel).Select(Portable)];
        Writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        Writer.Line("nuint o = 0;");
        WriteZeros(columns, tile);
        if (panel > 1)
        {
            using (Writer.Block($"for (; o + {Literal.Of(panel)} * lanes <= {Literal.Of(Columns)}; o += {Literal.Of(panel)} * lanes)"))
            {
                WriteTerms(columns, tile);
            }
        }

        using (Writer.Block($"for (; o + lanes <= {Literal.Of(Columns)}; o += lanes)"))
        {
            WriteTerms([columns[0]], tile);
        }

        using (Writer.Block($"if (o < {Literal.Of(Columns)})"))
        {
            Writer.Line($"nuint last = {Literal.Of(Columns)} - lanes;");
            WriteTerms([columns[0] with { Offset = "last", Mask = $"VectorMask.From<{T}>(o - last)" }], tile);
        }

        WriteSums(columns, tile);
    }

    private Column Portable(int index)
    {
        string offset = index switch { 0 => "o", 1 => "o + lanes", _ => $"o + {Literal.Of(index)} * lanes" };
        return new Column(Number.Vector(0), offset, Literal.Of(index), null, null);
    }

    /// <summary>One vector after another into as many sums as there are vector types.</summary>
    private void WriteStraight(List<Column> columns, int tile)
    {
        if (columns.TrueForAll(column => column.Type.IsScalar))
        {
            WriteScalars(columns, tile);
            return;
        }

        WriteZeros(columns, tile);
        WriteTerms(columns, tile);
        WriteSums(columns, tile);
    }

    private void WriteScalars(List<Column> columns, int tile)
    {
        foreach ((int line, Column column) in Lines(columns, tile))
        {
            string product = column.Type.MultiplyAdd(Input(column), column.Type.Load("w", WeightOffset(line, column.Offset)), $"y{Literal.Of(line)}");
            Writer.Line($"y{Literal.Of(line)} = {product};");
        }
    }

    private void WriteZeros(List<Column> columns, int tile)
    {
        foreach ((int line, Column column) in Lines(columns, tile))
        {
            Writer.Line($"{column.Type.Name} {Sum(line, column)} = {column.Type.Zero};");
        }
    }

    private void WriteTerms(List<Column> columns, int tile)
    {
        foreach (Column column in columns)
        {
            string load = Input(column);
            Writer.Line($"{column.Type.Name} x{column.Name} = {(column.Mask is null ? load : $"{load} & {column.Mask}")};");
        }

        foreach ((int line, Column column) in Lines(columns, tile))
        {
            string sum = Sum(line, column);
            string weights = column.Type.Load("w", WeightOffset(line, column.Offset));
            Writer.Line($"{sum} = {column.Type.MultiplyAdd("x" + column.Name, weights, sum)};");
        }
    }

    private string Input(Column column) => (Inputs, column.Type.IsScalar) switch
    {
        (null, _) => column.Type.Load("xs", column.Offset),
        ({ } held, true) => held.Broadcast(column.Type, int.Parse(column.Offset, System.Globalization.CultureInfo.InvariantCulture)),
        ({ } held, _) => held.Name,
    };

    private void WriteSums(List<Column> columns, int tile)
    {
        if (HasLaneSums)
        {
            return;
        }

        for (int line = 0; line < tile; line++)
        {
            IEnumerable<string> sums = columns
                .GroupBy(column => column.Type)
                .Select(same => same.Key.Sum(string.Join(" + ", same.Select(column => Sum(line, column)))));
            Writer.Line($"y{Literal.Of(line)} += {string.Join(" + ", sums)};");
        }
    }

    private static IEnumerable<(int Line, Column Column)> Lines(List<Column> columns, int tile) =>
        Enumerable.Range(0, tile).SelectMany(line => columns.Select(column => (line, column)));

    private string WeightOffset(int line, string column)
    {
        int start = line * Columns;
        return int.TryParse(column, out int known) ? Literal.Of(start + known) : Sum(column, start);
    }

    private static string RowOffset(string row, string first, int line)
    {
        string column = Add(first, line);
        return (row, column) switch
        {
            ("0", _) => column,
            (_, "0") => row,
            _ => $"{row} + {column}",
        };
    }

    private static string Add(string first, int line) => int.TryParse(first, out int known)
        ? Literal.Of(known + line)
        : Sum(first, line);

    private static string Sum(int line, Column column) => $"sum{Literal.Of(line)}_{column.Name}";
}
