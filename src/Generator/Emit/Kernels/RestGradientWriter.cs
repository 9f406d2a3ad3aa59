using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the last columns of C[k, n] += A[rows, k]ᵀ · B[rows, n] where they are too few for a vector: their sums over the rows of a
/// block run along the rows of A, and are added to memory column by column.
/// </summary>
internal sealed class RestGradientWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly VectorType _vector = number.Vector(tiling.Plan.UsesVectorT ? 0 : Target.LanesOf512(number.Bytes));

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
            if (_vector.IsPortable)
            {
                WritePortable();
            }
            else
            {
                WriteFixed();
            }

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

    /// <summary>The vectors of inputs whose sums are in registers together.</summary>
    private int Tile => Rest < (_vector.IsPortable ? 2 : Tuning.RestColumns) ? Tuning.PackedGradientVectors : Tuning.PackedGradientVectors / 2;

    private void WriteFixed()
    {
        int lanes = _vector.Lanes;
        int vectors = Inner / lanes;
        int tile = Math.Min(vectors, Tile);
        int tiled = vectors - (vectors % tile);
        bool isLoop = tiled > tile;
        using (Writer.Block(isLoop ? $"for (nuint i = 0; i < {Literal.Of(tiled * lanes)}; i += {Literal.Of(tile * lanes)})" : $"// inputs 0..{Literal.Of((tile * lanes) - 1)}"))
        {
            WriteTile(vector => At(isLoop ? "i" : "", vector * lanes), tile);
        }

        if (tiled < vectors)
        {
            using (Writer.Block($"// inputs {Literal.Of(tiled * lanes)}..{Literal.Of((vectors * lanes) - 1)}"))
            {
                WriteTile(vector => Literal.Of((tiled + vector) * lanes), vectors - tiled);
            }
        }

        if (vectors * lanes < Inner)
        {
            using (Writer.Block($"// inputs {Literal.Of(vectors * lanes)}..{Literal.Of(Inner - 1)}, in a vector that overlaps"))
            {
                WriteTile(_ => Literal.Of(Inner - lanes), 1);
            }
        }
    }

    private void WritePortable()
    {
        if (Tiling.IsInnerFirst)
        {
            // each panel has its own
            Writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        }

        string step = $"{Literal.Of(Tile)} * lanes";
        Writer.Line("nuint i = 0;");
        using (Writer.Block($"for (; i + {step} <= {Literal.Of(Inner)}; i += {step})"))
        {
            WriteTile(vector => vector switch { 0 => "i", 1 => "i + lanes", _ => $"i + {Literal.Of(vector)} * lanes" }, Tile);
        }

        // the last vector overlaps others where the inputs are no multiple of it
        using (Writer.Block($"for (; i < {Literal.Of(Inner)}; i += lanes)"))
        {
            Writer.Line($"nuint start = nuint.Min(i, {Literal.Of(Inner)} - lanes);");
            WriteTile(_ => "start", 1);
        }
    }

    /// <summary>Sums over the rows for so many vectors of inputs, written to memory.</summary>
    private void WriteTile(Func<int, string> start, int vectors)
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
                Writer.Line($"{_vector.Name} {x} = {_vector.Load("x", Offset("row", Inner, start(vector)))};");
                for (int column = 0; column < Rest; column++)
                {
                    Writer.Line($"{Name(column, vector)} = {_vector.MultiplyAdd(x, "d" + Literal.Of(column), Name(column, vector))};");
                }
            }
        }

        Writer.Line();
        foreach ((int column, int vector) in sums)
        {
            Writer.Line(_vector.Store(Name(column, vector), "sums", After(start(vector), column * Inner)));
        }
    }

    private static string At(string index, int offset) => index.Length == 0 ? Literal.Of(offset) : Sum(index, offset);

    private static string After(string offset, int start) => int.TryParse(offset, out int known) ? Literal.Of(known + start) : Sum(offset, start);

    private string Gradient(int column) => Number.Vector(1).Load("dz", Offset("row", Columns, Literal.Of(First + column)));

    private static string Name(int column, int vector) => $"sum{Literal.Of(vector)}_{Literal.Of(column)}";
}
