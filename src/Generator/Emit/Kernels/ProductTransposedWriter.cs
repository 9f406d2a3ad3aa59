using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>Writes C[rows, k] = A[rows, n] · B[k, n]ᵀ: each element is a dot product of a row of A with a row of B.</summary>
internal sealed class ProductTransposedWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    /// <summary>The row of inputs where a variable holds it, or null where it is in memory.</summary>
    public HeldRow? Inputs { get; init; }

    /// <summary>The variable that receives the single result, or null where memory does.</summary>
    public HeldRow? Result { get; init; }

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    private bool IsSingle => Kernel.Rows == KernelRows.Single;

    private string Destination => IsSingle ? "ys" : "y";

    private DotSumWriter Sums => new(Writer, Kernel, Tiling, Number) { Inputs = Inputs };

    public void Write()
    {
        Writer.Line(KernelText.Optimized);
        using (Writer.Block($"private static void {Kernel.Name}{Suffix}({KernelText.Parameters(Kernel, T)})"))
        {
            WriteBody();
        }
    }

    /// <summary>Writes the statements, which know their operands by the names of the kernel's parameters.</summary>
    public void WriteBody()
    {
        if (Tiling.Packing is not null)
        {
            new PackedPassWriter(Writer, Kernel, Tiling, Number).Write();
            return;
        }

        if (Tiling.IsUnrolled)
        {
            Sums.WriteRow();
        }

        WriteTiles();
    }

    /// <summary>The last tile starts earlier where the rows of B are no multiple of it: some results are computed twice.</summary>
    private void WriteTiles()
    {
        if (Inner == Tiling.Tile)
        {
            WriteRows("0");
            return;
        }

        bool overlaps = Inner % Tiling.Tile != 0;
        using (Writer.Block($"for (nuint {(overlaps ? "t" : "i")} = 0; {(overlaps ? "t" : "i")} < {Literal.Of(Inner)}; {(overlaps ? "t" : "i")} += {Literal.Of(Tiling.Tile)})"))
        {
            if (overlaps)
            {
                Writer.Line($"nuint i = nuint.Min(t, {Literal.Of(Inner - Tiling.Tile)});");
            }

            WriteRows("i");
        }
    }

    /// <summary>Writes the statements for the one row of <c>x</c> and the single output.</summary>
    public void WriteSingleRow()
    {
        if (Inputs is null)
        {
            Writer.Line($"ref {T} xs = ref x;");
        }

        WriteRow("0", "0");
    }

    private void WriteRows(string first)
    {
        if (IsSingle)
        {
            WriteRow(first, "0");
            return;
        }

        using (Writer.Block("for (nuint row = 0; row < rows; row++)"))
        {
            Writer.Line($"ref {T} xs = ref Unsafe.Add(ref x, {Times("row", Columns)});");
            WriteRow(first, Times("row", Inner));
        }
    }

    private void WriteRow(string first, string row)
    {
        Writer.Line($"ref {T} w = ref {(first == "0" ? "weights" : $"Unsafe.Add(ref weights, {first} * {Columns})")};");
        if (Sums.HasLaneSums)
        {
            Writer.Line(LaneSumText.Store(Sums.WriteVectors(), Destination, RowOffset(row, first, 0)));
        }
        else
        {
            WriteSeparateSums(first, row);
        }
    }

    private void WriteSeparateSums(string first, string row)
    {
        new DotSumWriter(Writer, Kernel, Tiling, Number) { Inputs = Inputs, First = first }.Write();
        for (int line = 0; line < Tiling.Tile; line++)
        {
            string value = KernelText.Activate(Kernel.Epilogue, Number.Vector(1), $"y{Literal.Of(line)}");
            Writer.Line(Result is { } held ? $"{held.Name} = {value};" : Number.Vector(1).Store(value, Destination, RowOffset(row, first, line)));
        }
    }

    private static string RowOffset(string row, string first, int line)
    {
        string column = Add(first, line);
        return (row, column) switch
        {
            ("0", _) => column,
            (_, "0") => row,
            _ => $"{row} + {column}",
        };
    }
}
