using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes C[k, n] += A[1, k]ᵀ · B[1, n], the outer product of a single row: B stays in registers while C passes by once.
/// </summary>
internal sealed class OuterRowWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({KernelText.Parameters(Kernel, T)})"))
        {
            WriteBody();
        }
    }

    private void WriteBody()
    {
        if (Tiling.Plan.UsesVectorT)
        {
            new PortableRowWriter(Writer, Kernel, Tiling, Number).Write();
            return;
        }

        if (Tiling.Run is not null)
        {
            new RunPassWriter(Writer, Kernel, Tiling, Number).Write();
            return;
        }

        if (Kernel.Shape.IsSwapped && Kernel.HasBias)
        {
            Writer.Line("biases += dz;");
        }

        if (Tiling.IsInOrder)
        {
            new LongPassWriter(Writer, Kernel, Tiling, Number).WriteBody();
        }
        else
        {
            ForEachGroup(Tiling.Plan, WriteColumns);
        }
    }

    private void WriteColumns(IReadOnlyList<Column> columns)
    {
        (string left, string right) = Kernel.Shape.IsSwapped ? ("dz", "x") : ("x", "dz");
        foreach (Column column in columns)
        {
            Writer.Line($"{column.Type.Name} d{column.Name} = {(right == "dz" ? column.Type.LoadPieces(right, column.Offset) : column.Type.Load(right, column.Offset))};");
        }

        if (Kernel.HasBias && !Kernel.Shape.IsSwapped)
        {
            WriteBiases(columns, column => "d" + column.Name);
        }

        if (Inner == 1)
        {
            WriteUpdate(columns, left, "0");
            return;
        }

        int packedRows = 0;
        if (Tiling.Packing is not null)
        {
            PackedPassWriter packed = new(Writer, Kernel, Tiling, Number);
            packed.Write();
            packedRows = packed.Whole;
        }

        if (packedRows == Inner)
        {
            return;
        }

        using (ForEachRow(packedRows, Inner, 1))
        {
            WriteUpdate(columns, left, "i");
        }
    }

    private void WriteUpdate(IReadOnlyList<Column> columns, string left, string row)
    {
        foreach (Column column in columns)
        {
            string offset = row == "0" ? column.Offset : Offset(row, Columns, column.Offset);
            string product = column.Type.MultiplyAdd(column.Type.Broadcast(Number.Vector(1).Load(left, row)), "d" + column.Name, column.Type.Load("weights", offset));
            Writer.Line(column.Type.Store(product, "weights", offset));
        }
    }
}
