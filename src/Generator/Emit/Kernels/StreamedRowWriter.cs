using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes c[n] = a[k] · B[k, n] for long rows of B: a few rows at a time, each in its order, are scaled by elements of a and
/// added to the sums, which stay in the nearest cache. Rows are whole vectors at every width.
/// </summary>
internal sealed class StreamedRowWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly VectorType _vector = number.Vector(tiling.Plan.UsesVectorT ? 0 : tiling.Plan.Segments()[0].Lanes);

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private string Step => _vector.IsPortable ? "lanes" : Literal.Of(_vector.Lanes);

    public void WriteBody()
    {
        int rows = Tiling.Streams;
        int rest = ((Inner - 1) % rows) + 1;
        int last = Inner - rest;
        if (_vector.IsPortable)
        {
            Writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        }

        using (Writer.Block($"// rows 0..{Literal.Of(rows - 1)}"))
        {
            WriteRows("0", rows, Kernel.HasBias ? _vector.Load("biases", "o") : _vector.Zero, sum => sum);
        }

        using (Writer.Block($"for (nuint i = {Literal.Of(rows)}; i < {Literal.Of(last)}; i += {Literal.Of(rows)})"))
        {
            WriteRows("i", rows, _vector.Load("ys", "o"), sum => sum);
        }

        using (Writer.Block($"// rows {Literal.Of(last)}..{Literal.Of(Inner - 1)}"))
        {
            WriteRows(Literal.Of(last), rest, _vector.Load("ys", "o"), sum => Kernel.IsEpilogueRowWise ? sum : KernelText.Activate(Kernel.Epilogue, _vector, sum));
        }
    }

    private void WriteRows(string first, int rows, string start, Func<string, string> finish)
    {
        for (int row = 0; row < rows; row++)
        {
            Writer.Line($"{_vector.Name} x{Literal.Of(row)} = {_vector.Broadcast(Number.Vector(1).Load("xs", At(first, row)))};");
        }

        Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {(int.TryParse(first, out int known) ? Literal.Of(known * Columns) : Times(first, Columns))});");
        using (Writer.Block($"for (nuint o = 0; o < {Literal.Of(Columns)}; o += {Step})"))
        {
            Writer.Line($"{_vector.Name} sum = {start};");
            for (int row = 0; row < rows; row++)
            {
                Writer.Line($"sum = {_vector.MultiplyAdd("x" + Literal.Of(row), _vector.Load("w", Sum("o", row * Columns)), "sum")};");
            }

            Writer.Line(_vector.Store(finish("sum"), "ys", "o"));
        }
    }

    private static string At(string first, int row) => int.TryParse(first, out int known) ? Literal.Of(known + row) : Sum(first, row);
}
