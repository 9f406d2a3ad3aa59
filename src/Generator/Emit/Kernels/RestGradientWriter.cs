using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the last columns of C[k, n] += A[rows, k]ᵀ · B[rows, n] where they are too few for a vector: their sums over the rows of a
/// block run along the rows of A, and are added to memory column by column.
/// </summary>
internal sealed class RestGradientWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly VectorType _vector = number.Vector(Target.LanesOf512(number.Bytes));

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private int Rest => Tiling.RestColumns;

    private int First => Columns - Rest;

    /// <summary>Writes the statements for all rows of C.</summary>
    public void Write()
    {
        using (Writer.Block($"// columns {Literal.Of(First)}..{Literal.Of(Columns - 1)}, too few for a vector: sums along the inputs"))
        {
            if (Kernel.HasBias)
            {
                WriteBiases();
            }

            Writer.Line($"Scratch<{T}> rest = Scratch<{T}>.Rent({Literal.Of(Kernel.Scratch)});");
            Writer.Line($"ref {T} sums = ref rest.Start;");
            WriteVectors();
            Writer.Line($"Accumulation.AddColumns(ref sums, ref Unsafe.Add(ref weights, {Literal.Of(First)}), {Literal.Of(Inner)}, {Literal.Of(Columns)}, {Literal.Of(Rest)});");
            Writer.Line("rest.Dispose();");
        }
    }

    private void WriteBiases()
    {
        VectorType scalar = Number.Vector(1);
        for (int column = 0; column < Rest; column++)
        {
            Writer.Line($"{T} bias{Literal.Of(column)} = {scalar.Zero};");
        }

        using (Writer.Block("for (nuint row = 0; row < rows; row++)"))
        {
            for (int column = 0; column < Rest; column++)
            {
                Writer.Line($"bias{Literal.Of(column)} += {Gradient(column)};");
            }
        }

        Writer.Line();
        for (int column = 0; column < Rest; column++)
        {
            Writer.Line($"{scalar.Load("biases", Literal.Of(First + column))} += bias{Literal.Of(column)};");
        }
    }

    private void WriteVectors()
    {
        int lanes = _vector.Lanes;
        int vectors = Inner / lanes;
        int tile = Math.Min(vectors, Rest < Tuning.RestColumns ? Tuning.PackedGradientVectors : Tuning.PackedGradientVectors / 2);
        int tiled = vectors - (vectors % tile);
        bool isLoop = tiled > tile;
        using (Writer.Block(isLoop ? $"for (nuint i = 0; i < {Literal.Of(tiled * lanes)}; i += {Literal.Of(tile * lanes)})" : $"// inputs 0..{Literal.Of((tile * lanes) - 1)}"))
        {
            WriteTile(isLoop ? "i" : "", 0, tile);
        }

        if (tiled < vectors)
        {
            using (Writer.Block($"// inputs {Literal.Of(tiled * lanes)}..{Literal.Of((vectors * lanes) - 1)}"))
            {
                WriteTile("", tiled * lanes, vectors - tiled);
            }
        }

        if (vectors * lanes < Inner)
        {
            using (Writer.Block($"// inputs {Literal.Of(vectors * lanes)}..{Literal.Of(Inner - 1)}, in a vector that overlaps"))
            {
                WriteTile("", Inner - lanes, 1);
            }
        }
    }

    /// <summary>Sums over the rows for so many vectors of inputs, written to memory.</summary>
    private void WriteTile(string index, int start, int vectors)
    {
        List<(int Column, int Vector)> sums = [.. Enumerable.Range(0, Rest).SelectMany(column => Enumerable.Range(0, vectors).Select(vector => (column, vector)))];
        foreach ((int column, int vector) in sums)
        {
            Writer.Line($"{_vector.Name} {Name(column, vector)} = {_vector.Zero};");
        }

        using (Writer.Block("for (nuint row = 0; row < rows; row++)"))
        {
            for (int column = 0; column < Rest; column++)
            {
                Writer.Line($"{_vector.Name} d{Literal.Of(column)} = {_vector.Broadcast(Gradient(column))};");
            }

            for (int vector = 0; vector < vectors; vector++)
            {
                string x = "x" + Literal.Of(vector);
                string offset = At(index, start + (vector * _vector.Lanes));
                Writer.Line($"{_vector.Name} {x} = {_vector.Load("x", Offset("row", Inner, offset))};");
                for (int column = 0; column < Rest; column++)
                {
                    Writer.Line($"{Name(column, vector)} = {_vector.MultiplyAdd(x, "d" + Literal.Of(column), Name(column, vector))};");
                }
            }
        }

        Writer.Line();
        foreach ((int column, int vector) in sums)
        {
            Writer.Line(_vector.Store(Name(column, vector), "sums", At(index, (column * Inner) + start + (vector * _vector.Lanes))));
        }
    }

    private static string At(string index, int offset) => index.Length == 0 ? Literal.Of(offset) : Sum(index, offset);

    private string Gradient(int column) => Number.Vector(1).Load("dz", Offset("row", Columns, Literal.Of(First + column)));

    private static string Name(int column, int vector) => $"sum{Literal.Of(vector)}_{Literal.Of(column)}";
}
