using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the pass of <see cref="PortableRowWriter"/> for the usual length of <c>Vector&lt;T&gt;</c>, where the gradients of a row are so few
/// vectors that they stay in registers.
/// </summary>
internal sealed class PortableHeldWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private VectorType Type => Number.Vector(0);

    private int Columns => Kernel.Shape.Columns;

    private bool HasInputGradient => Kernel.Shape.Form == MatMulForm.Step;

    /// <summary>Writes a block that returns, for machines with such vectors: the JIT leaves it out elsewhere.</summary>
    public void Write()
    {
        using (Writer.Block($"if ({Lanes(Tiling.HeldVectors)} == {Literal.Of(Columns)})"))
        {
            Writer.Line("// the gradients of the row stay in registers");
            IReadOnlyList<Column> row = Row(0);
            foreach (Column column in row)
            {
                Writer.Line($"{Type.Name} {Gradient(column)} = {Type.LoadPieces("dz", column.Offset)};");
            }

            if (Kernel.HasBias)
            {
                WriteBiases(row, Gradient);
            }

            using (ForEachRow(0, Kernel.Shape.Inner, Tuning.DotTileRows))
            {
                WriteRows();
            }

            Writer.Line("return;");
        }

        Writer.Line();
    }

    private void WriteRows()
    {
        int[] lines = [.. Enumerable.Range(0, Tuning.DotTileRows)];
        IReadOnlyList<Column>[] rows = [.. lines.Select(Row)];
        Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
        foreach (int line in lines)
        {
            Writer.Line($"{Type.Name} {Input(line)} = {Type.Broadcast(Number.Vector(1).Load("x", Sum("i", line)))};");
        }

        for (int vector = 0; vector < Tiling.HeldVectors; vector++)
        {
            foreach (int line in lines)
            {
                WriteVector(rows[line][vector], line, vector == 0);
            }
        }

        if (HasInputGradient)
        {
            Writer.Line(LaneSumText.StoreGradients(lines.Select(Total), Kernel.Derivative, Number));
        }
    }

    private void WriteVector(Column column, int line, bool isFirst)
    {
        string weights = $"w{Literal.Of(line)}_{column.Name}";
        Writer.Line($"{Type.Name} {weights} = {Type.Load("w", column.Offset)};");
        if (HasInputGradient)
        {
            WriteTerm(Type, column, Total(line), weights, Gradient(column), isFirst);
        }

        Writer.Line(Type.Store(Type.MultiplyAdd(Input(line), Gradient(column), weights), "w", column.Offset));
    }

    /// <summary>The vectors of one of the rows of weights.</summary>
    private IReadOnlyList<Column> Row(int line) =>
        [.. Enumerable.Range(0, Tiling.HeldVectors).Select(vector => new Column(Type, At(line, vector), Literal.Of(vector), null, null))];

    private string At(int line, int vector) => (line, vector) switch
    {
        (_, 0) => Literal.Of(line * Columns),
        (0, _) => Lanes(vector),
        _ => $"{Literal.Of(line * Columns)} + {Lanes(vector)}",
    };

    private static string Gradient(Column column) => "d" + column.Name;

    private static string Input(int line) => "e" + Literal.Of(line);

    private static string Total(int line) => "sum" + Literal.Of(line);
}
