using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the pass over the weights for a single row with <c>Vector&lt;T&gt;</c>: B += xᵀ · dz, and for a step dx[k] = dz[n] · B[k, n]ᵀ
/// from the weights as they were. Four rows of weights share what is read of the gradients and the sums over their lanes.
/// </summary>
internal sealed class PortableRowWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly Target _target = new(VectorFamily.Portable, number.Bytes);

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private bool HasInputGradient => Kernel.Shape.Form == MatMulForm.Step;

    /// <summary>Whether vectors of the machine may leave columns to 128 bits, and those to pairs and scalars.</summary>
    private bool HasRest => Columns % _target.PortableMinimum != 0;

    private VectorType Narrow => Number.Vector(_target.NarrowestLanes);

    public void Write()
    {
        Writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        if (Kernel.Shape.IsSwapped)
        {
            WriteSwapped();
            return;
        }

        if (Tiling.Run is not null)
        {
            new RunPassWriter(Writer, Kernel, Tiling, Number).WritePortable();
        }

        if (Tiling.HeldVectors > 0)
        {
            new PortableHeldWriter(Writer, Kernel, Tiling, Number).Write();
        }

        if (Kernel.HasBias)
        {
            using (Writer.Block())
            {
                ForEachColumn(column => Writer.Line(column.Type.IsScalar
                    ? $"{column.Type.Load("biases", column.Offset)} += {column.Type.Load("dz", column.Offset)};"
                    : column.Type.Store($"({column.Type.Load("biases", column.Offset)} + {column.Type.LoadPieces("dz", column.Offset)})", "biases", column.Offset)));
            }

            Writer.Line();
        }

        int whole = Inner - (Inner % Tuning.DotTileRows);
        WriteRows(0, whole, Tuning.DotTileRows);
        WriteRows(whole, Inner, 1);
    }

    /// <summary>A single output: vectors run along the inputs, and nothing is summed.</summary>
    private void WriteSwapped()
    {
        if (Kernel.HasBias)
        {
            Writer.Line("biases += dz;");
        }

        WriteFactors("d", "dz", "");
        ForEachColumn(column =>
        {
            string w = "w" + column.Name, input = "input" + column.Name, factor = Factor(column, "d", "");
            Writer.Line($"{column.Type.Name} {w} = {column.Type.Load("weights", column.Offset)};");
            Writer.Line($"{column.Type.Name} {input} = {column.Type.Load("x", column.Offset)};");
            if (HasInputGradient)
            {
                Writer.Line(column.Type.Store(Derived($"({w} * {factor})", input), "dx", column.Offset));
            }

            Writer.Line(column.Type.Store(column.Type.MultiplyAdd(input, factor, w), "weights", column.Offset));
        });
    }

    private void WriteRows(int first, int end, int count)
    {
        if (first == end)
        {
            return;
        }

        using (ForEachRow(first, end, count))
        {
            Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
            for (int line = 0; line < count; line++)
            {
                WriteFactors("e", Number.Vector(1).Load("x", Sum("i", line)), Literal.Of(line));
                if (HasInputGradient)
                {
                    Writer.Line($"{Number.Vector(0).Name} sum{Literal.Of(line)} = {Number.Vector(0).Zero};");
                    WriteRestSum(line);
                }
            }

            ForEachColumn(column => WriteColumn(column, count));
            if (HasInputGradient)
            {
                WriteInputGradient(count);
            }
        }
    }

    private void WriteRestSum(int line)
    {
        if (HasRest)
        {
            Writer.Line($"{Narrow.Name} rest{Literal.Of(line)} = {Narrow.Zero};");
        }
    }

    /// <summary>One vector of each of the rows: its products with dz, and its update.</summary>
    private void WriteColumn(Column column, int count)
    {
        string d = "d" + column.Name;
        Writer.Line($"{column.Type.Name} {d} = {column.Type.LoadPieces("dz", column.Offset)};");
        for (int line = 0; line < count; line++)
        {
            string w = $"w{Literal.Of(line)}{column.Name}";
            string offset = OffsetOf(line, column.Offset);
            Writer.Line($"{column.Type.Name} {w} = {column.Type.Load("w", offset)};");
            if (HasInputGradient)
            {
                WriteTerm(column, line, w, d);
            }

            Writer.Line(column.Type.Store(column.Type.MultiplyAdd(Factor(column, "e", Literal.Of(line)), d, w), "w", offset));
        }
    }

    private void WriteTerm(Column column, int line, string w, string d)
    {
        string sum = (column.Type.IsPortable ? "sum" : "rest") + Literal.Of(line);
        Writer.Line(column.Type.IsScalar
            ? $"{sum} += {Narrow.Widened($"({w} * {d})", column.Type)};"
            : $"{sum} = {column.Type.MultiplyAdd(w, d, sum)};");
    }

    private void WriteInputGradient(int count)
    {
        if (count == 1)
        {
            string sum = HasRest ? $"{Number.Vector(0).Sum("sum0")} + {Narrow.Sum("rest0")}" : Number.Vector(0).Sum("sum0");
            Writer.Line($"Unsafe.Add(ref dx, i) = {Derived(sum, "e0")};");
            return;
        }

        IEnumerable<string> sums = Lines("sum", count).Concat(HasRest ? Lines("rest", count) : []);
        Writer.Line(LaneSumText.StoreGradients(sums, Kernel.Derivative, Number));
    }

    private static IEnumerable<string> Lines(string name, int count) => Enumerable.Range(0, count).Select(line => name + Literal.Of(line));

    /// <summary>Writes the body for vectors of the machine, then for as much narrower ones as the length of the row needs.</summary>
    private void ForEachColumn(Action<Column> body)
    {
        Writer.Line("nuint o = 0;");
        WriteLoop(Number.Vector(0), "lanes", "", body);
        if (!HasRest)
        {
            return;
        }

        WriteLoop(Narrow, Literal.Of(_target.NarrowestLanes), "Narrow", body);
        int rest = Columns % _target.NarrowestLanes;
        foreach ((Segment segment, int index) in ColumnPlan.Segments(_target, Columns, Columns - rest, RowEnd.Falls).Select((segment, index) => (segment, index)))
        {
            Column column = Fixed(segment, index, null);
            body(column with { Name = "Rest" + column.Name });
        }
    }

    private void WriteLoop(VectorType type, string lanes, string name, Action<Column> body)
    {
        using (Writer.Block($"for (; o + {lanes} <= {Literal.Of(Columns)}; o += {lanes})"))
        {
            body(new Column(type, "o", name, null, null));
        }
    }

    /// <summary>A number in every lane of the types that multiply by it.</summary>
    private void WriteFactors(string name, string number, string suffix)
    {
        Writer.Line($"{T} {name}{suffix} = {number};");
        Writer.Line($"{Number.Vector(0).Name} {name}{suffix}Lanes = {Number.Vector(0).Broadcast(name + suffix)};");
        if (HasRest)
        {
            Writer.Line($"{Narrow.Name} {name}{suffix}Narrow = {Narrow.Broadcast(name + suffix)};");
        }
    }

    private static string Factor(Column column, string name, string suffix) => name + suffix + (column.Type switch
    {
        { IsScalar: true } => "",
        { IsPortable: true } => "Lanes",
        _ => "Narrow",
    });

    /// <summary>The offset of a column in one of the rows, as C#.</summary>
    private string OffsetOf(int line, string column) =>
        int.TryParse(column, out int offset) ? Literal.Of((line * Columns) + offset) : Sum(column, line * Columns);

    /// <summary>A gradient of the inputs times the derivative of the activation before them, whose outputs they are.</summary>
    private string Derived(string gradient, string output) =>
        Kernel.Derivative is { } derivative ? $"DerivativeProduct<{derivative.Alias}, {T}>.Invoke({gradient}, {output}, {output})" : gradient;
}
