using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes C[k, n] += A[rows, k]ᵀ · B[rows, n]: for a tile of C the sums over the rows of a block stay in registers and
/// are added to memory once.
/// </summary>
internal sealed class OuterSumWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({KernelText.Parameters(Kernel, T)})"))
        {
            if (Kernel.Shape.IsSwapped && Kernel.HasBias)
            {
                WriteScalarBias();
            }

            if (IsCopied)
            {
                PanelWriter.Rent(Writer, Number, Tiling, Literal.Of(Tuning.LargeBlockRows));
                ForEachGroup(Tiling.Plan, WriteCopied, isAccumulated: true);
                PanelWriter.Return(Writer);
            }
            else if (Tiling.IsInnerFirst)
            {
                WriteBiases();
                WriteTiles(0, Whole, Tiling.Tile, WritePanels);
                WriteTiles(Whole, Inner, 1, WritePanels);
            }
            else
            {
                ForEachGroup(Tiling.Plan, WriteGroup, isAccumulated: true);
            }

            if (Tiling.RestColumns > 0)
            {
                new RestGradientWriter(Writer, Kernel, Tiling, Number).Write();
            }
        }
    }

    private bool IsCopied => Tiling.CopiedPanel > 0;

    private int Whole => Inner - (Inner % Tiling.Tile);

    private void WriteBiases()
    {
        if (Kernel.HasBias)
        {
            using (Writer.Block("// biases"))
            {
                ForEachGroup(Tiling.Plan, columns => WriteSums(columns, 0, null), isAccumulated: true);
            }
        }
    }

    /// <summary>The sums of a panel, from a copy of its gradients.</summary>
    private void WriteCopied(IReadOnlyList<Column> columns)
    {
        if (Kernel.HasBias)
        {
            WriteTile(columns, 0, null);
        }

        PanelWriter panel = new(Writer, Number, columns);
        Writer.Line("// the gradients of the panel, one row behind the other");
        Writer.Line($"ref {T} panel = ref panels.Start;");
        panel.WriteCopy("row", "dz", "rows", Columns);
        using (Writer.Block($"for (nuint start = 0; start < rows; start += {Literal.Of(Tuning.CopiedGradientRows)})"))
        {
            Writer.Line($"nuint end = nuint.Min(start + {Literal.Of(Tuning.CopiedGradientRows)}, rows);");
            WriteTiles(0, Whole, Tiling.Tile, (tile, first) => WriteSums(columns, tile, first, panel));
            WriteTiles(Whole, Inner, 1, (tile, first) => WriteSums(columns, tile, first, panel));
        }
    }

    private void WritePanels(int tile, string first) =>
        ForEachGroup(Tiling.Plan, columns => WriteSums(columns, tile, first), isAccumulated: true);

    private void WriteScalarBias()
    {
        using (Writer.Block("for (nuint row = 0; row < rows; row++)"))
        {
            Writer.Line("biases += Unsafe.Add(ref dz, row);");
        }

        Writer.Line();
    }

    private void WriteGroup(IReadOnlyList<Column> columns)
    {
        if (Kernel.HasBias && !Kernel.Shape.IsSwapped)
        {
            WriteTile(columns, 0, null);
        }

        if (Tiling.Packing is not null)
        {
            PackedOuterSumWriter packed = new(Writer, Kernel, Tiling, Number);
            packed.Write(columns[0]);
            WriteTiles(packed.Whole, Inner, 1, (tile, first) => WriteSums(columns, tile, first));
            return;
        }

        WriteTiles(0, Whole, Tiling.Tile, (tile, first) => WriteSums(columns, tile, first));
        WriteTiles(Whole, Inner, 1, (tile, first) => WriteSums(columns, tile, first));
    }

    /// <summary>Writes <paramref name="body"/> for tiles of so many rows of C from <paramref name="start"/> on.</summary>
    private void WriteTiles(int start, int end, int tile, Action<int, string> body)
    {
        if (start >= end)
        {
            return;
        }

        bool isOne = end - start == tile;
        string first = isOne ? Literal.Of(start) : "i";
        string step = tile == 1 ? "i++" : $"i += {Literal.Of(tile)}";
        using (Writer.Block(isOne ? Remark(tile, first) : $"for (nuint i = {Literal.Of(start)}; i < {Literal.Of(end)}; {step})"))
        {
            body(tile, first);
        }
    }

    /// <summary>Sums of <paramref name="tile"/> rows of C from row <paramref name="first"/> on; of the biases where it is null.</summary>
    private void WriteTile(IReadOnlyList<Column> columns, int tile, string? first)
    {
        using (Writer.Block(Remark(tile, first)))
        {
            WriteSums(columns, tile, first);
        }
    }

    /// <summary>Adds such sums to memory.</summary>
    /// <param name="columns">The columns of C.</param>
    /// <param name="tile">How many rows of C.</param>
    /// <param name="first">The first of them as C#, or null for the biases.</param>
    /// <param name="panel">Where B is read from a copy: it, for the rows from <c>start</c> to <c>end</c>.</param>
    private void WriteSums(IReadOnlyList<Column> columns, int tile, string? first, PanelWriter? panel = null)
    {
        List<int> lines = [.. Enumerable.Range(0, Math.Max(1, tile))];
        foreach ((int line, Column column) in lines.SelectMany(line => columns.Select(column => (line, column))))
        {
            Writer.Line($"{column.Type.Name} {Sum(line, column)} = {column.Type.Zero};");
        }

        bool isLoop = first == "i";
        if (Tiling.AreWeightsFetchedAhead && isLoop)
        {
            WriteAhead(columns, lines, first!);
        }

        (string start, string end) = panel is null ? ("0", "rows") : ("start", "end");
        string step = isLoop && Tiling.LoopRows > 1 ? $"row += {Literal.Of(Tiling.LoopRows)}" : "row++";
        using (Writer.Block($"for (nuint row = {start}; row < {end}; {step})"))
        {
            WriteRows(columns, lines, first, panel, isLoop ? Tiling.LoopRows : 1);
        }

        Writer.Line();
        // behind the loop, in which they would take registers from the sums
        foreach (Column column in columns.Where(IsMasked))
        {
            Writer.Line($"{column.Type.Name} mask{column.Name} = {column.Mask!};");
        }

        foreach ((int line, Column column) in lines.SelectMany(line => columns.Select(column => (line, column))))
        {
            WriteAdd(line, column, first);
        }
    }

    private string Remark(int tile, string? first) => first switch
    {
        null => "// biases",
        _ when Inner == 1 => "",
        _ when int.TryParse(first, out int row) => tile == 1 ? $"// row {Literal.Of(row)} of the weights" : $"// rows {Literal.Of(row)}..{Literal.Of(row + tile - 1)} of the weights",
        _ => "",
    };

    /// <summary>Asks for the weights that the next tile adds to.</summary>
    private void WriteAhead(IReadOnlyList<Column> columns, List<int> lines, string first)
    {
        Writer.Line("// weights of the next tile");
        foreach (int line in lines)
        {
            WritePrefetch("weights", RowOffset(first, line + lines.Count, columns[0].Offset));
            WritePrefetch("weights", RowOffset(first, line + lines.Count, columns[columns.Count - 1].Offset));
        }

        Writer.Line();
    }

    /// <summary>Writes out the rows of the batch that the loop takes at a time.</summary>
    private void WriteRows(IReadOnlyList<Column> columns, List<int> lines, string? first, PanelWriter? panel, int count)
    {
        for (int after = 0; after < count; after++)
        {
            using SourceWriter.Scope? _ = count == 1 ? null : Writer.Block($"// row + {Literal.Of(after)}");
            WriteRow(columns, lines, first, panel, after);
        }
    }

    /// <summary>Adds to the sums what a row of the batch gives, so many after the variable of the loop; in a copy none is.</summary>
    private void WriteRow(IReadOnlyList<Column> columns, List<int> lines, string? first, PanelWriter? panel, int after)
    {
        (string left, string right) = Kernel.Shape.IsSwapped ? ("dz", "x") : ("x", "dz");
        // offsets in a row of Vector<T> are no constants, and the JIT would compute the row's address once for each
        bool hasRow = panel is not null || columns[0].Type.IsPortable;
        if (hasRow)
        {
            Writer.Line(panel is null
                ? $"ref {T} ds = ref Unsafe.Add(ref {right}, {Sum(Times("row", Columns), after * Columns)});"
                : $"ref {T} ds = ref Unsafe.Add(ref panel, row * {panel.Width});");
        }

        foreach (Column column in panel?.Copied ?? columns)
        {
            string vector = hasRow ? column.Type.Load("ds", column.Offset) : column.Type.Load(right, Offset("row", Columns, column.Offset));
            Writer.Line(first is null
                ? $"{Sum(0, column)} += {vector};"
                : $"{column.Type.Name} d{column.Name} = {vector};");
        }

        if (first is null)
        {
            return;
        }

        foreach (int line in lines)
        {
            string element = Number.Vector(1).Load(left, Offset("row", Inner, Add(first, line + (after * Inner))));
            WriteMultiplyAdds(columns, element, "e" + Literal.Of(line), column => "d" + column.Name, column => Sum(line, column));
        }

        if (Tiling.IsFetchedAhead && first == "i")
        {
            Writer.Line("// an input of the next tile");
            WritePrefetch("x", Offset("row", Inner, Add(first, lines.Count + (after * Inner))));
        }
    }

    private void WriteAdd(int line, Column column, string? first)
    {
        string destination = first is null ? "biases" : "weights";
        string offset = first is null ? column.Offset : RowOffset(first, line, column.Offset);
        if (column.Valid is { } lanes)
        {
            Writer.Line(column.Type.AddPartial(Sum(line, column), destination, offset, lanes));
            return;
        }

        string sum = column.Mask is null ? Sum(line, column) : $"({Sum(line, column)} & {(IsMasked(column) ? "mask" + column.Name : column.Mask)})";
        Writer.Line(column.Type.IsScalar
            ? $"{column.Type.Load(destination, offset)} += {sum};"
            : column.Type.Store($"({column.Type.Load(destination, offset)} + {sum})", destination, offset));
    }

    /// <summary>Whether a column has a mask in a variable of its own.</summary>
    private static bool IsMasked(Column column) => column.Mask is not null && column.Type.IsPortable;

    private string RowOffset(string first, int line, string column)
    {
        if (int.TryParse(first, out int row))
        {
            int start = (row + line) * Columns;
            return int.TryParse(column, out int known) ? Literal.Of(start + known) : Sum(column, start);
        }

        return Offset(line == 0 ? first : $"({first} + {Literal.Of(line)})", Columns, column);
    }

    private static string Sum(int line, Column column) => $"sum{Literal.Of(line)}_{column.Name}";
}
