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
            for (int vector = 0; vector < Tiling.HeldVectors; vector++)
            {
                Writer.Line($"{Type.Name} {Gradient(vector)} = {Type.LoadPieces("dz", At(0, vector))};");
            }

            if (Kernel.HasBias)
            {
                for (int vector = 0; vector < Tiling.HeldVectors; vector++)
                {
                    Writer.Line(Type.Store($"({Type.Load("biases", At(0, vector))} + {Gradient(vector)})", "biases", At(0, vector)));
                }
            }

            using (ForEachRow(0, Kernel.Shape.Inner, Tiling.Tile))
            {
                WriteRows();
            }

            Writer.Line("return;");
        }

        Writer.Line();
    }

    private void WriteRows()
    {
        Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
        for (int line = 0; line < Tiling.Tile; line++)
        {
            Writer.Line($"{Type.Name} {Input(line)} = {Type.Broadcast(Number.Vector(1).Load("x", Sum("i", line)))};");
        }

        for (int vector = 0; vector < Tiling.HeldVectors; vector++)
        {
            for (int line = 0; line < Tiling.Tile; line++)
            {
                WriteVector(line, vector);
            }
        }

        if (HasInputGradient)
        {
            Writer.Line(LaneSumText.StoreGradients(Enumerable.Range(0, Tiling.Tile).Select(Total), Kernel.Derivative, Number));
        }
    }

    private void WriteVector(int line, int vector)
    {
        string weights = $"w{Literal.Of(line)}_{Literal.Of(vector)}";
        Writer.Line($"{Type.Name} {weights} = {Type.Load("w", At(line, vector))};");
        if (HasInputGradient)
        {
            WriteTerm(Type, new Column(Type, At(line, vector), "", null, null), Total(line), weights, Gradient(vector), vector == 0);
        }

        Writer.Line(Type.Store(Type.MultiplyAdd(Input(line), Gradient(vector), weights), "w", At(line, vector)));
    }

    private string At(int line, int vector) => (line, vector) switch
    {
        (_, 0) => Literal.Of(line * Columns),
        (0, _) => Lanes(vector),
        _ => $"{Literal.Of(line * Columns)} + {Lanes(vector)}",
    };

    private static string Gradient(int vector) => "d" + Literal.Of(vector);

    private static string Input(int line) => "e" + Literal.Of(line);

    private static string Total(int line) => "sum" + Literal.Of(line);
}
