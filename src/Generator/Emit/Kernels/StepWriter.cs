using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the step of a layer for a single row: dx[k] = dz[n] · B[k, n]ᵀ from the weights as they were, and B += xᵀ · dz in the
/// same pass, so that each weight is read and written once.
/// </summary>
internal sealed class StepWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({KernelText.Parameters(Kernel, T)})"))
        {
            if (Tiling.Plan.UsesVectorT)
            {
                new PortableRowWriter(Writer, Kernel, Tiling, Number).Write();
            }
            else if (Kernel.Shape.IsSwapped)
            {
                WriteSwapped();
            }
            else if (Tiling.Packing is not null)
            {
                WritePacked();
            }
            else if (Tiling.IsUnrolled)
            {
                WriteInRegisters();
            }
            else
            {
                new LongPassWriter(Writer, Kernel, Tiling, Number).WriteBody();
            }
        }
    }

    /// <summary>A single output: vectors run along the inputs, and nothing is summed.</summary>
    private void WriteSwapped()
    {
        if (Kernel.HasBias)
        {
            Writer.Line("biases += dz;");
        }

        ForEachGroup(Tiling.Plan, columns =>
        {
            foreach (Column column in columns)
            {
                string w = "w" + column.Name;
                string d = column.Type.Broadcast("dz");
                string x = "x" + column.Name;
                Writer.Line($"{column.Type.Name} {w} = {column.Type.Load("weights", column.Offset)};");
                Writer.Line($"{column.Type.Name} {x} = {column.Type.Load("x", column.Offset)};");
                Writer.Line(column.Type.Store(Derived($"({w} * {d})", x), "dx", column.Offset));
                Writer.Line(column.Type.Store(column.Type.MultiplyAdd(x, d, w), "weights", column.Offset));
            }
        });
    }

    /// <summary>Several rows of weights in a vector, and those behind in the row's own.</summary>
    private void WritePacked()
    {
        List<Column> columns = WriteBiasesInRegisters();
        PackedPassWriter packed = new(Writer, Kernel, Tiling, Number);
        packed.Write();
        WriteRest(columns, packed.Whole);
    }

    /// <summary>The row of gradients stays in registers; sums of four rows of weights are added over their lanes together.</summary>
    private void WriteInRegisters()
    {
        List<Column> columns = WriteBiasesInRegisters();
        int whole = Inner - (Inner % Tiling.Tile);
        if (Tiling.Tile > 1)
        {
            using (ForEachRow(0, whole, Tiling.Tile))
            {
                Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
                for (int line = 0; line < Tiling.Tile; line++)
                {
                    WriteLine(columns, line, Sum("i", line));
                }

                IEnumerable<string> sums = Enumerable.Range(0, Tiling.Tile).Select(line => "sum" + Literal.Of(line));
                Writer.Line(LaneSumText.StoreGradients(sums, Kernel.Derivative, Number));
            }
        }

        WriteRest(columns, Tiling.Tile > 1 ? whole : 0);
    }

    /// <summary>Loads the row of gradients, and adds it to the biases.</summary>
    private List<Column> WriteBiasesInRegisters()
    {
        List<Column> columns = [.. Tiling.Plan.Segments().Select((segment, index) => Fixed(segment, index, null))];
        foreach (Column column in columns)
        {
            Writer.Line($"{column.Type.Name} d{column.Name} = {column.Type.LoadPieces("dz", column.Offset)};");
        }

        if (Kernel.HasBias)
        {
            WriteBiases(columns, column => "d" + column.Name);
        }

        return columns;
    }

    private void WriteRest(List<Column> columns, int first)
    {
        if (first == Inner)
        {
            return;
        }

        using (ForEachRow(first, Inner, 1))
        {
            Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
            WriteLine(columns, 0, "i");
            Writer.Line($"Unsafe.Add(ref dx, i) = {Derived(columns[0].Type.Sum("sum0"), "e0")};");
        }
    }

    /// <summary>One row of weights: its products with dz as one vector of the widest type, and its update.</summary>
    private void WriteLine(List<Column> columns, int line, string row)
    {
        string name = Literal.Of(line);
        Writer.Line($"{T} e{name} = {Number.Vector(1).Load("x", row)};");
        foreach (Column column in columns)
        {
            string w = $"w{name}_{column.Name}";
            string offset = Literal.Of((line * Columns) + int.Parse(column.Offset, System.Globalization.CultureInfo.InvariantCulture));
            Writer.Line($"{column.Type.Name} {w} = {column.Type.Load("w", offset)};");
            WriteTerm(columns[0].Type, column, $"sum{name}", w, "d" + column.Name, column.Name == "0");
            Writer.Line(column.Type.Store(column.Type.MultiplyAdd(column.Type.Broadcast("e" + name), "d" + column.Name, w), "w", offset));
        }
    }

    /// <summary>A gradient of the inputs times the derivative of the activation before them, whose outputs they are.</summary>
    private string Derived(string gradient, string output) =>
        Kernel.Derivative is { } derivative ? $"DerivativeProduct<{derivative.Alias}, {T}>.Invoke({gradient}, {output}, {output})" : gradient;
}
