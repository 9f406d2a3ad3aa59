using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes c[n] = a[k] · B[k, n] for long rows of B, one after the other: as many sums as registers hold stay there, the others are
/// in the nearest cache. Rows are whole vectors.
/// </summary>
internal sealed class LongRowWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly VectorType _vector = number.Vector(tiling.Plan.Segments()[0].Lanes);

    private int Columns => Kernel.Shape.Columns;

    /// <summary>The columns whose sums are in registers.</summary>
    private IEnumerable<int> Held => Enumerable.Range(0, Tiling.StreamedSums).Select(index => index * _vector.Lanes);

    private int End => Tiling.StreamedSums * _vector.Lanes;

    public void WriteBody()
    {
        foreach (int column in Held)
        {
            Writer.Line($"{_vector.Name} {Sum(column)} = {Start(Literal.Of(column))};");
        }

        ForEachOther(offset => Writer.Line(_vector.Store(Start(offset), "ys", offset)));
        using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(Kernel.Shape.Inner)}; i++)"))
        {
            WriteRow();
        }

        foreach (int column in Held)
        {
            Writer.Line(_vector.Store(Activated(Sum(column)), "ys", Literal.Of(column)));
        }

        if (!Kernel.IsEpilogueRowWise && Kernel.Epilogue is not null)
        {
            ForEachOther(offset => Writer.Line(_vector.Store(Activated(_vector.Load("ys", offset)), "ys", offset)));
        }
    }

    private void WriteRow()
    {
        Writer.Line($"{_vector.Name} x0 = {_vector.Broadcast(Number.Vector(1).Load("xs", "i"))};");
        Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
        foreach (int column in Held)
        {
            Writer.Line($"{Sum(column)} = {_vector.MultiplyAdd("x0", _vector.Load("w", Literal.Of(column)), Sum(column))};");
        }

        ForEachOther(offset => Writer.Line(_vector.Store(_vector.MultiplyAdd("x0", _vector.Load("w", offset), _vector.Load("ys", offset)), "ys", offset)));
    }

    private void ForEachOther(Action<string> write)
    {
        if (End == Columns)
        {
            return;
        }

        using (Writer.Block($"for (nuint o = {Literal.Of(End)}; o < {Literal.Of(Columns)}; o += {Literal.Of(_vector.Lanes)})"))
        {
            write("o");
        }
    }

    private string Start(string offset) => Kernel.HasBias ? _vector.Load("biases", offset) : _vector.Zero;

    private string Activated(string sum) => Kernel.IsEpilogueRowWise ? sum : KernelText.Activate(Kernel.Epilogue, _vector, sum);

    private string Sum(int column) => $"sum{Literal.Of(column / _vector.Lanes)}";
}
