using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes C[rows, n] = A[rows, k] · B[k, n]: rows of B are scaled by broadcast elements of A and summed in registers,
/// one accumulator per row and vector of a tile.
/// </summary>
internal sealed class ProductWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private string Parameters => Kernel.HasBias
        ? $"ref {T} x, ref {T} weights, ref {T} biases, ref {T} y"
        : $"ref {T} x, ref {T} weights, ref {T} y";

    private string RowParameters => Kernel.HasBias
        ? $"ref {T} xs, ref {T} weights, ref {T} biases, ref {T} ys"
        : $"ref {T} xs, ref {T} weights, ref {T} ys";

    private bool HasTiles => Tiling.TileRows > 1;

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({Parameters}, nuint rows)"))
        {
            if (HasTiles)
            {
                WriteTiledRows();
            }
            else
            {
                WriteSingleRows();
            }
        }

        if (HasTiles)
        {
            Writer.Line();
            WriteRow();
        }
    }

    /// <summary>Whole tiles of rows, then row by row.</summary>
    private void WriteTiledRows()
    {
        Writer.Line($"nuint tiled = rows - rows % {Tiling.TileRows};");
        using (Writer.Block("if (tiled > 0)"))
        {
            ForEachGroup(Tiling.Block, WriteTiles);
        }

        Writer.Line();
        using (Writer.Block("for (nuint row = tiled; row < rows; row++)"))
        {
            string x = $"ref Unsafe.Add(ref x, {Times("row", Inner)})";
            string y = $"ref Unsafe.Add(ref y, {Times("row", Columns)})";
            Writer.Line($"{Kernel.Name}{Suffix}Row({x}, ref weights, {(Kernel.HasBias ? "ref biases, " : "")}{y});");
        }
    }

    private void WriteSingleRows()
    {
        using (Writer.Block("for (nuint row = 0; row < rows; row++)"))
        {
            WriteRowReferences();
            ForEachGroup(Tiling.Row, columns => WriteTile(columns, 1));
        }
    }

    private void WriteRow()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}Row({RowParameters})"))
        {
            ForEachGroup(Tiling.Row, columns => WriteTile(columns, 1));
        }
    }

    private void WriteTiles(IReadOnlyList<Column> columns)
    {
        using (Writer.Block($"for (nuint row = 0; row < tiled; row += {Tiling.TileRows})"))
        {
            WriteRowReferences();
            WriteTile(columns, Tiling.TileRows);
        }
    }

    private void WriteRowReferences()
    {
        Writer.Line($"ref {T} xs = ref Unsafe.Add(ref x, {Times("row", Inner)});");
        Writer.Line($"ref {T} ys = ref Unsafe.Add(ref y, {Times("row", Columns)});");
    }

    private void WriteTile(IReadOnlyList<Column> columns, int rows)
    {
        int chains = rows == 1 ? Tiling.Chains(Inner, columns.Count) : 1;
        WriteStart(columns, rows, chains);
        if (Inner == 1 || (Tiling.IsUnrolled && rows == 1))
        {
            for (int k = 0; k < Inner; k++)
            {
                WriteTerm(columns, rows, Literal.Of(k), k, k % chains);
            }
        }
        else
        {
            WriteLoop(columns, rows, chains);
        }

        WriteEnd(columns, rows, chains);
    }

    private void WriteStart(IReadOnlyList<Column> columns, int rows, int chains)
    {
        foreach (Column column in columns)
        {
            string start = Kernel.HasBias ? column.Type.Load("biases", column.Offset) : column.Type.Zero;
            for (int row = 0; row < rows; row++)
            {
                Writer.Line($"{column.Type.Name} {Sum(column, row, rows, 0)} = {(row == 0 ? start : Sum(column, 0, rows, 0))};");
            }

            for (int chain = 1; chain < chains; chain++)
            {
                Writer.Line($"{column.Type.Name} {Sum(column, 0, rows, chain)} = {column.Type.Zero};");
            }
        }
    }

    private void WriteLoop(IReadOnlyList<Column> columns, int rows, int chains)
    {
        int whole = Inner - (Inner % chains);
        using (Writer.Block($"for (nuint i = 0; i < {whole}; {(chains == 1 ? "i++" : $"i += {chains}")})"))
        {
            for (int chain = 0; chain < chains; chain++)
            {
                WriteTerm(columns, rows, Sum("i", chain), null, chain);
            }
        }

        for (int k = whole; k < Inner; k++)
        {
            WriteTerm(columns, rows, Literal.Of(k), k, k - whole);
        }
    }

    /// <summary>sum += x[row, k] · W[k, columns].</summary>
    private void WriteTerm(IReadOnlyList<Column> columns, int rows, string k, int? constant, int chain)
    {
        if (rows == 1)
        {
            WriteRowTerm(columns, k, constant, chain);
            return;
        }

        foreach (Column column in columns)
        {
            Writer.Line($"{column.Type.Name} w{column.Name} = {column.Type.Load("weights", WeightOffset(k, constant, column.Offset))};");
        }

        for (int row = 0; row < rows; row++)
        {
            int tileRow = row;
            string x = Number.Vector(1).Load("xs", ElementOffset(row, k));
            WriteMultiplyAdds(columns, x, "x" + Literal.Of(row), column => "w" + column.Name, column => Sum(column, tileRow, rows, chain));
        }
    }

    private void WriteRowTerm(IReadOnlyList<Column> columns, string k, int? constant, int chain)
    {
        string name = "x" + (constant is { } known ? Literal.Of(known) : ((char)('a' + chain)).ToString());
        WriteMultiplyAdds(
            columns,
            Number.Vector(1).Load("xs", k),
            name,
            column => column.Type.Load("weights", WeightOffset(k, constant, column.Offset)),
            column => Sum(column, 0, 1, chain));
    }

    private string WeightOffset(string k, int? constant, string column)
    {
        if (constant is { } known)
        {
            bool isNumber = int.TryParse(column, out int offset);
            return isNumber ? Literal.Of((known * Columns) + offset) : Sum(column, known * Columns);
        }

        string row = Times(k.Contains('+') ? $"({k})" : k, Columns);
        return column == "0" ? row : $"{row} + {column}";
    }

    private string ElementOffset(int row, string k) => int.TryParse(k, out int known)
        ? Literal.Of(known + (row * Inner))
        : Sum(k, row * Inner);

    private void WriteEnd(IReadOnlyList<Column> columns, int rows, int chains)
    {
        for (int row = 0; row < rows; row++)
        {
            foreach (Column column in columns)
            {
                IEnumerable<string> parts = Enumerable.Range(0, row == 0 ? chains : 1).Select(chain => Sum(column, row, rows, chain));
                string value = KernelText.Activate(Kernel.Epilogue, column.Type, string.Join(" + ", parts));
                WriteStore(column, row, value, chains > 1 && Kernel.Epilogue is null);
            }
        }
    }

    private void WriteStore(Column column, int row, string value, bool isSum)
    {
        string offset = row == 0 ? column.Offset : column.Offset == "0" ? Literal.Of(row * Columns) : int.TryParse(column.Offset, out int known)
            ? Literal.Of(known + (row * Columns))
            : $"{column.Offset} + {Literal.Of(row * Columns)}";
        Writer.Line(column.Type.Store(isSum && !column.Type.IsScalar ? $"({value})" : value, "ys", offset));
    }

    private static string Sum(Column column, int row, int rows, int chain)
    {
        string name = rows == 1 ? $"sum{column.Name}" : $"sum{Literal.Of(row)}_{column.Name}";
        return chain == 0 ? name : name + (char)('a' + chain);
    }
}
