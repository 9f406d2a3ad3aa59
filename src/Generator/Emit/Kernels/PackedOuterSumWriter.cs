using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes C[k, n] += A[rows, k]ᵀ · B[rows, n] where C is narrow and a vector holds several of its rows: their sums over the rows of
/// a block stay in registers.
/// </summary>
internal sealed class PackedOuterSumWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly PackedVector _packed = new(tiling.Packing!, kernel.Shape.Columns, number);

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    /// <summary>The rows of C that whole vectors hold; those behind are for the caller to add.</summary>
    public int Whole => Inner - (Inner % _packed.Rows);

    /// <summary>Writes the statements for all rows of <see cref="Whole"/>.</summary>
    /// <param name="column">The row of B.</param>
    public void Write(Column column)
    {
        int vectors = Whole / _packed.Rows;
        int tile = Math.Min(vectors, Tuning.PackedGradientVectors);
        int tiled = vectors - (vectors % tile);
        Writer.Line(_packed.SpreadConstant);
        Writer.Line(_packed.CycleConstant);
        if (tiled > tile)
        {
            using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(tiled * _packed.Rows)}; i += {Literal.Of(tile * _packed.Rows)})"))
            {
                WriteTile(column, tile, "i");
            }
        }
        else
        {
            WriteRows(column, 0, tile);
        }

        if (tiled < vectors)
        {
            WriteRows(column, tiled, vectors - tiled);
        }
    }

    private void WriteRows(Column column, int first, int vectors)
    {
        using (Writer.Block($"// rows {Literal.Of(first * _packed.Rows)}..{Literal.Of(((first + vectors) * _packed.Rows) - 1)} of the weights"))
        {
            WriteTile(column, vectors, Literal.Of(first * _packed.Rows));
        }
    }

    private void WriteTile(Column column, int vectors, string first)
    {
        for (int vector = 0; vector < vectors; vector++)
        {
            Writer.Line($"{_packed.Type.Name} sum{Literal.Of(vector)} = {_packed.Type.Zero};");
        }

        using (Writer.Block("for (nuint row = 0; row < rows; row++)"))
        {
            Writer.Line($"{_packed.Type.Name} d = {_packed.Cycled(column.Type.Load("dz", Times("row", Columns)), column.Type)};");
            for (int vector = 0; vector < vectors; vector++)
            {
                string x = _packed.Spread(_packed.Elements.Load("x", Offset("row", Inner, After(first, vector * _packed.Rows))));
                string sum = "sum" + Literal.Of(vector);
                Writer.Line($"{sum} = {_packed.Type.MultiplyAdd(x, "d", sum)};");
            }
        }

        Writer.Line();
        for (int vector = 0; vector < vectors; vector++)
        {
            string sum = "sum" + Literal.Of(vector);
            string offset = First(first, vector * _packed.Filled);
            Writer.Line(_packed.Filled < _packed.Type.Lanes
                ? _packed.Type.AddPartial(sum, "weights", offset, _packed.Filled)
                : _packed.Type.Store($"({_packed.Type.Load("weights", offset)} + {sum})", "weights", offset));
        }
    }

    /// <summary>An element of a row of A so many after a first one.</summary>
    private static string After(string first, int after) => int.TryParse(first, out int known) ? Literal.Of(known + after) : Sum(first, after);

    /// <summary>An element of C so many after the start of a row.</summary>
    private string First(string row, int after) => int.TryParse(row, out int known)
        ? Literal.Of((known * Columns) + after)
        : Sum(Times(row, Columns), after);
}
