using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes C[rows, k] = A[rows, n] · B[k, n]ᵀ in tiles: the sums of a few rows of A with a few rows of B are in registers
/// together, so that each vector that is loaded serves several of them.
/// </summary>
internal sealed class DotTileWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private VectorType Type => Number.Vector(Tiling.Plan.UsesVectorT ? 0 : Tiling.Plan.Segments()[0].Lanes);

    /// <summary>The sums of a tile, by row of A and row of B.</summary>
    private IEnumerable<(int Row, int Line)> Sums =>
        Enumerable.Range(0, Tiling.Rows).SelectMany(row => Enumerable.Range(0, Tiling.Tile).Select(line => (row, line)));

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({KernelText.Parameters(Kernel, T)})"))
        {
            if (Tiling.AsProduct is { } product)
            {
                WriteProduct(product);
            }

            WriteTiles();
        }
    }

    /// <summary>The same as a product, for enough rows.</summary>
    private void WriteProduct(MatMulTiling product)
    {
        using (Writer.Block($"if (rows >= {Literal.Of(product.CopiedRows)})"))
        {
            new ProductWriter(Writer, Kernel with { Shape = Kernel.Shape.AsProduct }, product, Number).WriteBody();
            Writer.Line("return;");
        }

        Writer.Line();
    }

    /// <summary>The last tile starts earlier where the rows of B are no multiple of it: some results are computed twice.</summary>
    private void WriteTiles()
    {
        bool overlaps = Inner % Tiling.Tile != 0;
        string tile = overlaps ? "t" : "i";
        using (Writer.Block($"for (nuint {tile} = 0; {tile} < {Literal.Of(Inner)}; {tile} += {Literal.Of(Tiling.Tile)})"))
        {
            if (overlaps)
            {
                Writer.Line($"nuint i = nuint.Min(t, {Literal.Of(Inner - Tiling.Tile)});");
            }

            Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, i * {Literal.Of(Columns)});");
            using (Writer.Block($"for (nuint row = 0; row < rows; row += {Literal.Of(Tiling.Rows)})"))
            {
                WriteTile();
            }
        }
    }

    private void WriteTile()
    {
        Writer.Line($"ref {T} xs = ref Unsafe.Add(ref x, row * {Literal.Of(Columns)});");
        Writer.Line($"ref {T} ys = ref Unsafe.Add(ref y, row * {Literal.Of(Inner)} + i);");
        foreach ((int row, int line) in Sums)
        {
            Writer.Line($"{Type.Name} {Sum(row, line)} = {Type.Zero};");
        }

        if (Tiling.Plan.UsesVectorT)
        {
            WriteVectorT();
        }
        else
        {
            WriteFixed();
        }

        foreach ((int row, int line) in Sums.Where(sum => sum.Line % LaneSumText.Count == 0))
        {
            IEnumerable<string> sums = Enumerable.Range(line, LaneSumText.Count).Select(other => Sum(row, other));
            Writer.Line(LaneSumText.Store(sums, "ys", Literal.Of((row * Inner) + line)));
        }
    }

    private void WriteFixed()
    {
        using (Writer.Block($"for (nuint o = 0; o < {Literal.Of(Columns)}; o += {Literal.Of(Type.Lanes)})"))
        {
            WriteTerms("o", null);
        }
    }

    private void WriteVectorT()
    {
        Writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        Writer.Line("nuint o = 0;");
        using (Writer.Block($"for (; o + lanes <= {Literal.Of(Columns)}; o += lanes)"))
        {
            WriteTerms("o", null);
        }

        using (Writer.Block($"if (o < {Literal.Of(Columns)})"))
        {
            Writer.Line($"nuint last = {Literal.Of(Columns)} - lanes;");
            WriteTerms("last", $"VectorMask.From<{T}>(o - last)");
        }
    }

    /// <summary>Adds a vector of each product to its sum; <paramref name="mask"/> keeps lanes from counting twice.</summary>
    private void WriteTerms(string column, string? mask)
    {
        for (int row = 0; row < Tiling.Rows; row++)
        {
            string load = Type.Load("xs", Sum(column, row * Columns));
            Writer.Line($"{Type.Name} x{Literal.Of(row)} = {(mask is null ? load : $"{load} & {mask}")};");
        }

        for (int line = 0; line < Tiling.Tile; line++)
        {
            string weights = "w" + Literal.Of(line);
            Writer.Line($"{Type.Name} {weights} = {Type.Load("w", Sum(column, line * Columns))};");
            for (int row = 0; row < Tiling.Rows; row++)
            {
                Writer.Line($"{Sum(row, line)} = {Type.MultiplyAdd("x" + Literal.Of(row), weights, Sum(row, line))};");
            }
        }
    }

    private static string Sum(int row, int line) => $"sum{Literal.Of(row)}_{Literal.Of(line)}";
}
