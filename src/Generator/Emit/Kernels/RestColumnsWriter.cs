using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the last columns of C[rows, n] = A[rows, k] · B[k, n] where they are too few for a vector: dot products along the rows
/// of A, with a transposed copy of those columns of B.
/// </summary>
internal sealed class RestColumnsWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly VectorType _vector = number.Vector(tiling.Plan.UsesVectorT ? 0 : Target.LanesOf512(number.Bytes));

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private int Rest => Tiling.RestColumns;

    private int First => Columns - Rest;

    /// <summary>Rows whose sums are in registers together: 24 sums of 32, or 8 of 16.</summary>
    private int Rows => Rest < (_vector.IsPortable ? 2 : Tuning.RestColumns) ? 2 * LaneSumText.Count : LaneSumText.Count;

    /// <summary>The elements of a row of A that whole vectors hold.</summary>
    private int Whole => Inner - (Inner % _vector.Lanes);

    private IEnumerable<(int Column, int Row)> Sums =>
        Enumerable.Range(0, Rest).SelectMany(column => Enumerable.Range(0, Rows).Select(row => (column, row)));

    /// <summary>Writes the statements for all rows.</summary>
    public void Write()
    {
        using (Writer.Block($"// columns {Literal.Of(First)}..{Literal.Of(Columns - 1)}, too few for a vector: dot products with copies of those columns"))
        {
            Writer.Line($"Scratch<{T}> rest = Scratch<{T}>.Rent({Literal.Of(Kernel.Scratch)});");
            Writer.Line($"ref {T} w = ref rest.Start;");
            Writer.Line($"ref {T} dots = ref Unsafe.Add(ref w, {Literal.Of(Rest * Inner)});");
            Writer.Line($"Transposition.CopyColumns(ref Unsafe.Add(ref weights, {Literal.Of(First)}), ref w, {Literal.Of(Inner)}, {Literal.Of(Columns)}, {Literal.Of(Rest)});");
            using (Writer.Block($"for (nuint row = 0; row < rows; row += {Literal.Of(Rows)})"))
            {
                WriteTile();
            }

            Writer.Line("rest.Dispose();");
        }
    }

    private void WriteTile()
    {
        Writer.Line($"ref {T} xs = ref Unsafe.Add(ref x, {Times("row", Inner)});");
        Writer.Line($"ref {T} ys = ref Unsafe.Add(ref y, row * {Literal.Of(Columns)} + {Literal.Of(First)});");
        foreach ((int column, int row) in Sums)
        {
            Writer.Line($"{_vector.Name} {Sum(column, row)} = {_vector.Zero};");
        }

        if (_vector.IsPortable)
        {
            WritePortable();
        }
        else
        {
            WriteFixed();
        }

        for (int column = 0; column < Rest; column++)
        {
            for (int row = 0; row < Rows; row += LaneSumText.Count)
            {
                int from = column, first = row;
                IEnumerable<string> sums = Enumerable.Range(first, LaneSumText.Count).Select(other => Sum(from, other));
                Writer.Line(LaneSumText.Store(sums, "dots", Literal.Of((column * Rows) + row)));
            }
        }

        foreach ((int column, int row) in Sums)
        {
            WriteResult(column, row);
        }
    }

    private void WriteFixed()
    {
        using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(Whole)}; i += {Literal.Of(_vector.Lanes)})"))
        {
            WriteTerms(index => Sum("i", index), null);
        }

        if (Whole < Inner)
        {
            using (Writer.Block($"// elements {Literal.Of(Whole)}..{Literal.Of(Inner - 1)}"))
            {
                int start = Inner - _vector.Lanes;
                WriteTerms(index => Literal.Of(start + index), _vector.MaskAfter(Whole - start));
            }
        }
    }

    private void WritePortable()
    {
        Writer.Line("nuint i = 0;");
        using (Writer.Block($"for (; i + lanes <= {Literal.Of(Inner)}; i += lanes)"))
        {
            WriteTerms(index => Sum("i", index), null);
        }

        using (Writer.Block($"if (i < {Literal.Of(Inner)})"))
        {
            Writer.Line($"nuint last = {Literal.Of(Inner)} - lanes;");
            Writer.Line($"{_vector.Name} mask = VectorMask.From<{T}>(i - last);");
            WriteTerms(index => Sum("last", index), "mask");
        }
    }

    /// <summary>Adds a vector of each product to its sum; <paramref name="mask"/> keeps elements from counting twice.</summary>
    private void WriteTerms(Func<int, string> offset, string? mask)
    {
        for (int column = 0; column < Rest; column++)
        {
            string load = _vector.Load("w", offset(column * Inner));
            Writer.Line($"{_vector.Name} w{Literal.Of(column)} = {(mask is null ? load : $"{load} & {mask}")};");
        }

        for (int row = 0; row < Rows; row++)
        {
            string load = _vector.Load("xs", offset(row * Inner));
            string x = "x" + Literal.Of(row);
            Writer.Line($"{_vector.Name} {x} = {(mask is null ? load : $"{load} & {mask}")};");
            for (int column = 0; column < Rest; column++)
            {
                Writer.Line($"{Sum(column, row)} = {_vector.MultiplyAdd(x, "w" + Literal.Of(column), Sum(column, row))};");
            }
        }
    }

    private void WriteResult(int column, int row)
    {
        VectorType scalar = Number.Vector(1);
        string value = scalar.Load("dots", Literal.Of((column * Rows) + row));
        if (Kernel.HasBias)
        {
            value += " + " + scalar.Load("biases", Literal.Of(First + column));
        }

        Writer.Line(scalar.Store(KernelText.Activate(Kernel.Epilogue, scalar, value), "ys", Literal.Of((row * Columns) + column)));
    }

    private static string Sum(int column, int row) => $"sum{Literal.Of(row)}_{Literal.Of(column)}";
}
