using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes C[rows, n] = A[rows, k] · B[k, n]: rows of B are scaled by broadcast elements of A and summed in registers,
/// one accumulator per row and vector of a tile.
/// </summary>
internal sealed class ProductWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    /// <summary>
    /// A method that applies the activation to memory of so many lanes, for vectors that have fewer; null to apply it in registers.
    /// The memory is that of the inputs, which are at least as many and not needed any more.
    /// </summary>
    public (string Method, int Lanes)? WholeActivation { get; init; }

    /// <summary>The row of inputs where a variable holds it, or null where it is in memory.</summary>
    public HeldRow? Inputs { get; init; }

    /// <summary>The variable that receives the row of results, or null where memory does.</summary>
    public HeldRow? Result { get; init; }

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private bool IsSingle => Kernel.Rows == KernelRows.Single;

    private bool IsCopied => Tiling.CopiedPanel > 0;

    private int TileRows => IsSingle ? 1 : Tiling.Tile;

    /// <summary>The sums of a vector that are kept apart to the end.</summary>
    private int Chains => Tiling.Packing is null ? Tiling.Chains : 1;

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({KernelText.Parameters(Kernel, T)})"))
        {
            WriteBody();
        }
    }

    /// <summary>Writes the statements, which know their operands by the names of the kernel's parameters.</summary>
    public void WriteBody()
    {
        if (Tiling.IsInOrder)
        {
            new LongRowWriter(Writer, Kernel, Tiling, Number).WriteBody();
        }
        else if (Tiling.Streams > 0)
        {
            new StreamedRowWriter(Writer, Kernel, Tiling, Number).WriteBody();
        }
        else if (IsCopied)
        {
            PanelWriter.Rent(Writer, Number, Tiling, Literal.Of(Inner));
            ForEachGroup(Tiling.Plan, WriteTiles);
            PanelWriter.Return(Writer);
        }
        else
        {
            ForEachGroup(Tiling.Plan, IsSingle ? WriteTile : WriteTiles);
        }

        if (Tiling.RestColumns > 0)
        {
            new RestColumnsWriter(Writer, Kernel, Tiling, Number).Write();
        }

        if (Kernel.IsEpilogueRowWise && !MatMulKernel.IsSingleVector(Tiling))
        {
            string row = $"Block.Rows(ref ys, 1, {Literal.Of(Columns)})";
            Writer.Line($"RowWise.Invoke<{Kernel.Epilogue!.Alias}, {T}>({row}, {row}, {Literal.Of(Columns)});");
        }
    }

    private void WriteTiles(IReadOnlyList<Column> columns)
    {
        if (Tiling.IsTransposed)
        {
            new PanelWriter(Writer, Number, columns).WriteTransposed("weights", Inner);
        }
        else if (IsCopied)
        {
            new PanelWriter(Writer, Number, columns).WriteChosen("weights", Inner, Columns, Tiling.CopiedRows);
        }

        using (Writer.Block($"for (nuint row = 0; row < rows; row += {Literal.Of(TileRows)})"))
        {
            Writer.Line($"ref {T} xs = ref Unsafe.Add(ref x, {Times("row", Inner)});");
            Writer.Line($"ref {T} ys = ref Unsafe.Add(ref y, {Times("row", Columns)});");
            if (Kernel.Derivative is not null)
            {
                Writer.Line($"ref {T} activated = ref Unsafe.Add(ref a, {Times("row", Columns)});");
            }

            WriteTile(columns);
        }
    }

    private void WriteTile(IReadOnlyList<Column> columns)
    {
        if (Tiling.Packing is not null)
        {
            WritePacked(columns);
            return;
        }

        WriteStart(columns);
        if (Tiling.IsUnrolled)
        {
            for (int k = 0; k < Inner; k++)
            {
                WriteTerm(columns, Literal.Of(k), k % Tiling.Chains, "weights", k);
            }
        }
        else
        {
            WriteLoop(columns);
        }

        WriteEnd(columns);
    }

    private void WritePacked(IReadOnlyList<Column> columns)
    {
        PackedSumWriter packed = new(Writer, Kernel, Tiling, Number);
        packed.Write(columns[0], TileRows, row => Sum(columns[0], row, 0));
        for (int k = packed.Whole; k < Inner; k++)
        {
            using (Writer.Block($"// row {Literal.Of(k)} of the weights"))
            {
                WriteTerm(columns, Literal.Of(k), 0, "weights", k);
            }
        }

        WriteEnd(columns);
    }

    private void WriteStart(IReadOnlyList<Column> columns)
    {
        foreach (Column column in columns)
        {
            string start = Kernel.HasBias ? column.Type.Load("biases", column.Offset) : column.Type.Zero;
            for (int row = 0; row < TileRows; row++)
            {
                Writer.Line($"{column.Type.Name} {Sum(column, row, 0)} = {(row == 0 ? start : Sum(column, 0, 0))};");
            }

            for (int chain = 1; chain < Tiling.Chains; chain++)
            {
                Writer.Line($"{column.Type.Name} {Sum(column, 0, chain)} = {column.Type.Zero};");
            }
        }
    }

    private void WriteLoop(IReadOnlyList<Column> columns)
    {
        int step = Math.Max(Tiling.Chains, Tiling.HasInputPairs ? 2 : 1);
        int whole = Inner - (Inner % step);
        using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(whole)}; {(step == 1 ? "i++" : $"i += {Literal.Of(step)}")})"))
        {
            Writer.Line(IsCopied
                ? $"ref {T} w = ref Unsafe.Add(ref panel, i * stride);"
                : $"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
            if (Tiling.IsFetchedAhead)
            {
                Writer.Line("// inputs of the next rows");
                WritePrefetch("xs", $"{Literal.Of(TileRows * Inner)} + {Literal.Of(TileRows)} * i");
            }

            for (int k = 0; k < step; k++)
            {
                WriteTerm(columns, Sum("i", k), k % Tiling.Chains, "w", k);
            }
        }

        for (int k = whole; k < Inner; k++)
        {
            WriteTerm(columns, Literal.Of(k), (k - whole) % Tiling.Chains, "weights", k);
        }
    }

    /// <summary>sum += x[row, k] · W[k, columns], where W[k] starts a number of rows after a reference.</summary>
    private void WriteTerm(IReadOnlyList<Column> columns, string k, int chain, string weights, int after)
    {
        if (IsSingle)
        {
            WriteRowTerm(columns, k, chain, weights, after);
            return;
        }

        foreach (Column column in columns)
        {
            Writer.Line($"{column.Type.Name} w{column.Name} = {column.Type.Load(weights, IsCopied ? PanelWriter.Chosen(column) : WeightOffset(after, column.Offset))};");
        }

        for (int row = 0; row < TileRows; row++)
        {
            int tileRow = row;
            string x = Number.Vector(1).Load("xs", ElementOffset(row, k));
            WriteMultiplyAdds(columns, x, "x" + Literal.Of(row), column => "w" + column.Name, column => Sum(column, tileRow, chain));
        }
    }

    private void WriteRowTerm(IReadOnlyList<Column> columns, string k, int chain, string weights, int after)
    {
        bool isInLoop = weights == "w";
        string name = "x" + (isInLoop ? ((char)('a' + after)).ToString() : Literal.Of(after));
        bool isPair = isInLoop && Tiling.HasInputPairs;
        string pair = "x" + Literal.Of(after / 2);
        if (isPair && after % 2 == 0)
        {
            Writer.Line($"{columns[0].Type.Name} {pair} = Pairs.Broadcast{columns[0].Type.Operations}(ref xs, {k});");
        }

        WriteMultiplyAdds(
            columns,
            type => isPair ? $"Pairs.{(after % 2 == 0 ? "First" : "Second")}({pair})" : Inputs?.Broadcast(type, after) ?? type.Broadcast(Number.Vector(1).Load("xs", k)),
            name,
            column => column.Type.Load(weights, WeightOffset(after, column.Offset)),
            column => Sum(column, 0, chain));
    }

    private string WeightOffset(int row, string column) => int.TryParse(column, out int offset)
        ? Literal.Of((row * Columns) + offset)
        : Sum(column, row * Columns);

    private string ElementOffset(int row, string k) => int.TryParse(k, out int known)
        ? Literal.Of(known + (row * Inner))
        : Sum(k, row * Inner);

    private void WriteEnd(IReadOnlyList<Column> columns)
    {
        for (int row = 0; row < TileRows; row++)
        {
            foreach (Column column in columns)
            {
                string sum = Tree([.. Enumerable.Range(0, Chains).Select(chain => Sum(column, row, chain))]);
                WriteStore(column, row, WholeActivation is { } whole && column.Type.Lanes > 1 && column.Type.Lanes < whole.Lanes
                    ? WriteWhole(column.Type, $"({sum})", whole)
                    : Activated(column, sum));
            }
        }
    }

    /// <summary>Activates a vector in the memory of the inputs, and returns a load of it.</summary>
    private string WriteWhole(VectorType type, string sum, (string Method, int Lanes) whole)
    {
        Writer.Line(type.Store(sum, "xs", "0"));
        Writer.Line($"{whole.Method}(ref xs, {Literal.Of(whole.Lanes)});");
        return type.Load("xs", "0");
    }

    private string Activated(Column column, string sum) => (Kernel.IsEpilogueRowWise, MatMulKernel.IsSingleVector(Tiling)) switch
    {
        (false, _) => KernelText.Activate(Kernel.Epilogue, column.Type, sum),
        (_, true) => $"RowActivate<{Kernel.Epilogue!.Alias}, {T}>.Invoke({sum}, {(column.Valid is { } valid ? column.Type.MaskBefore(valid) : column.Type.AllSet)})",
        _ => sum,
    };

    private void WriteStore(Column column, int row, string value)
    {
        string offset = (row, column.Offset) switch
        {
            (0, _) => column.Offset,
            (_, "0") => Literal.Of(row * Columns),
            _ when int.TryParse(column.Offset, out int known) => Literal.Of(known + (row * Columns)),
            _ => $"{column.Offset} + {Literal.Of(row * Columns)}",
        };
        if (Kernel.Derivative is { } derivative)
        {
            string output = $"f{Literal.Of(row)}_{column.Name}";
            Writer.Line($"{column.Type.Name} {output} = {column.Type.Load("activated", offset)};");
            value = $"DerivativeProduct<{derivative.Alias}, {T}>.Invoke({value}, {output}, {output})";
        }

        if (Result is { } held)
        {
            Writer.Line($"{held.Name} = {value};");
            return;
        }

        bool isSum = Chains > 1 && (Kernel.Epilogue is null || Kernel.IsEpilogueRowWise) && !column.Type.IsScalar;
        Writer.Line(column.Valid is { } lanes && !Kernel.IsPadded
            ? column.Type.StorePartial(value, "ys", offset, lanes)
            : column.Type.Store(isSum ? $"({value})" : value, "ys", offset));
    }

    private string Sum(Column column, int row, int chain)
    {
        string name = IsSingle ? $"sum{column.Name}" : $"sum{Literal.Of(row)}_{column.Name}";
        return chain == 0 ? name : name + (char)('a' + chain);
    }
}
