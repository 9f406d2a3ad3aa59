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

    /// <summary>A row of a multiple of this many elements is whole vectors of every <c>Vector&lt;T&gt;</c>.</summary>
    private int PortableMultiple => 64 / Number.Bytes;

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
        if (Kernel.Shape.IsSwapped && Kernel.HasBias)
        {
            Writer.Line("biases += dz;");
        }

        if (Tiling.Plan.UsesVectorT)
        {
            WriteVectorT();
        }
        else
        {
            ForEachGroup(Tiling.Plan, WriteColumns);
        }
    }

    /// <summary>Row by row of the weights, each in as many whole vectors as fill it, then in narrower ones.</summary>
    private void WriteVectorT()
    {
        (string left, string right) = Kernel.Shape.IsSwapped ? ("dz", "x") : ("x", "dz");
        Writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        if (Kernel.HasBias && !Kernel.Shape.IsSwapped)
        {
            Writer.Line($"Accumulation.Add<{T}>(Block.Rows(ref dz, 1, {Literal.Of(Columns)}), Block.Rows(ref biases, 1, {Literal.Of(Columns)}));");
        }

        using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(Inner)}; i++)"))
        {
            Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
            Writer.Line($"{T} e = {Number.Vector(1).Load(left, "i")};");
            Writer.Line("nuint o = 0;");
            foreach ((VectorType type, string lanes) in Widths())
            {
                using (Writer.Block($"for (; o + {lanes} <= {Literal.Of(Columns)}; o += {lanes})"))
                {
                    Writer.Line(type.Store(type.MultiplyAdd(type.Broadcast("e"), type.Load(right, "o"), type.Load("w", "o")), "w", "o"));
                }
            }
        }
    }

    /// <summary>Vectors of the machine, then as much narrower ones as the length of the row needs.</summary>
    private IEnumerable<(VectorType Type, string Lanes)> Widths()
    {
        int lanes = 16 / Number.Bytes;
        yield return (Number.Vector(0), "lanes");
        if (Columns % PortableMultiple != 0)
        {
            yield return (Number.Vector(lanes), Literal.Of(lanes));
        }

        if (Columns % lanes != 0)
        {
            yield return (Number.Vector(1), "1");
        }
    }

    private void WriteColumns(IReadOnlyList<Column> columns)
    {
        (string left, string right) = Kernel.Shape.IsSwapped ? ("dz", "x") : ("x", "dz");
        foreach (Column column in columns)
        {
            Writer.Line($"{column.Type.Name} d{column.Name} = {column.Type.Load(right, column.Offset)};");
        }

        if (Kernel.HasBias && !Kernel.Shape.IsSwapped)
        {
            foreach (Column column in columns)
            {
                Writer.Line(column.Type.IsScalar
                    ? $"{column.Type.Load("biases", column.Offset)} += d{column.Name};"
                    : column.Type.Store($"({column.Type.Load("biases", column.Offset)} + d{column.Name})", "biases", column.Offset));
            }
        }

        if (Inner == 1)
        {
            WriteUpdate(columns, left, "0");
            return;
        }

        using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(Inner)}; i++)"))
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
