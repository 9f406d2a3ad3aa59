using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes W += xᵀ · dz for a single row over runs of rows that are whole vectors together: dz is written out as often as it repeats in a
/// run, and a vector at the border of two rows takes its lanes from the inputs of both.
/// </summary>
internal sealed class RunPassWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly RowRun _run = tiling.Run!;

    private readonly VectorType _type = number.Vector(tiling.Run!.Lanes);

    private int Columns => _run.Columns;

    /// <summary>Writes a block that returns, for machines whose <c>Vector&lt;T&gt;</c> is of the usual length: the JIT leaves it out elsewhere.</summary>
    public void WritePortable()
    {
        using (Writer.Block($"if (lanes == {Literal.Of(_run.Lanes)})"))
        {
            Write();
            Writer.Line("return;");
        }

        Writer.Line();
    }

    /// <summary>Writes the statements.</summary>
    public void Write()
    {
        Writer.Line($"// {Literal.Of(_run.Rows)} rows of weights are {Literal.Of(_run.Vectors)} vectors one behind the other, which cross no cache line; dz repeats in them");
        WriteRepeated();
        IReadOnlyList<Column> row = [.. _run.Row.Select((segment, index) => Fixed(segment, index, null))];
        if (Kernel.HasBias)
        {
            WriteBiases(row, Gradient);
        }

        int whole = Kernel.Shape.Inner - (Kernel.Shape.Inner % _run.Rows);
        using (ForEachRow(0, whole, _run.Rows))
        {
            WriteRun();
        }

        if (whole < Kernel.Shape.Inner)
        {
            using (ForEachRow(whole, Kernel.Shape.Inner, 1))
            {
                WriteSingle(row);
            }
        }
    }

    /// <summary>Vectors of a row, the last of which overlaps, stored for each row of a run.</summary>
    private void WriteRepeated()
    {
        string stack = $"StackRow{Literal.Of(_run.StackElements)}<{T}>";
        Writer.Line($"Unsafe.SkipInit(out {stack} stack);");
        Writer.Line($"ref {T} repeated = ref StackRow.Start<{stack}, {T}>(ref stack);");
        int[] offsets = [.. Enumerable.Range(0, Columns / _run.Lanes).Select(index => index * _run.Lanes), Columns - _run.Lanes];
        for (int index = 0; index < offsets.Length; index++)
        {
            Writer.Line($"{_type.Name} d{Literal.Of(index)} = {_type.LoadPieces("dz", Literal.Of(offsets[index]))};");
        }

        using (Writer.Block($"for (nuint row = 0; row < {Literal.Of(_run.Elements)}; row += {Literal.Of(Columns)})"))
        {
            for (int index = 0; index < offsets.Length; index++)
            {
                Writer.Line(_type.Store("d" + Literal.Of(index), "repeated", Sum("row", offsets[index])));
            }
        }

        Writer.Line();
    }

    private void WriteRun()
    {
        Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
        int written = 0;
        for (int start = 0; start < _run.Elements; start += _run.Lanes)
        {
            int first = start / Columns, last = (start + _run.Lanes - 1) / Columns;
            for (; written <= last; written++)
            {
                Writer.Line($"{_type.Name} e{Literal.Of(written)} = {_type.Broadcast(Number.Vector(1).Load("x", Sum("i", written)))};");
            }

            string inputs = first == last ? Input(first) : _type.Select(_type.MaskAfter((last * Columns) - start), Input(last), Input(first));
            WriteUpdate(_type, inputs, "w", Literal.Of(start), Literal.Of(start));
        }
    }

    private void WriteSingle(IReadOnlyList<Column> row)
    {
        foreach (Column column in row)
        {
            WriteUpdate(column.Type, column.Type.Broadcast(Number.Vector(1).Load("x", "i")), "weights", Offset("i", Columns, column.Offset), column.Offset);
        }
    }

    private void WriteUpdate(VectorType type, string inputs, string weights, string offset, string gradient) =>
        Writer.Line(type.Store(type.MultiplyAdd(inputs, type.Load("repeated", gradient), type.Load(weights, offset)), weights, offset));

    private static string Gradient(Column column) => column.Type.Load("repeated", column.Offset);

    private static string Input(int row) => "e" + Literal.Of(row);
}
