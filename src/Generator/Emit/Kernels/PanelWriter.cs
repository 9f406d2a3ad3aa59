using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes a copy of a panel of <c>Vector&lt;T&gt;</c>, in which its rows lie one behind the other. In the matrix they lie so far
/// apart that the nearest cache keeps few of them, and no prefetcher of the processor follows.
/// </summary>
internal sealed class PanelWriter(SourceWriter writer, NumberType number, IReadOnlyList<Column> columns)
{
    /// <summary>Elements of a row of the copy, as C#.</summary>
    public string Width => KernelWriter.Lanes(columns.Count);

    /// <summary>The columns where they are in a row of the copy.</summary>
    public IReadOnlyList<Column> Copied => [.. columns.Select((column, index) => column with { Offset = Start(index) })];

    /// <summary>
    /// Writes <c>panel</c>, its <c>stride</c> and the offsets of its columns: of the matrix, or of a copy where enough rows of a batch follow.
    /// </summary>
    /// <param name="source">The matrix, as C#.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="stride">Elements of a row of it.</param>
    /// <param name="least">Rows of a batch from which on.</param>
    public void WriteChosen(string source, int rows, int stride, int least)
    {
        writer.Line($"ref {number.Name} panel = ref {source};");
        writer.Line($"nuint stride = {Literal.Of(stride)};");
        foreach (Column column in columns)
        {
            writer.Line($"nuint {Chosen(column)} = {column.Offset};");
        }

        using (writer.Block($"if (rows >= {Literal.Of(least)})"))
        {
            writer.Line($"// the {source} of the panel, one row behind the other");
            writer.Line("panel = ref panels.Start;");
            WriteCopy("i", source, Literal.Of(rows), stride);
            writer.Line($"stride = {Width};");
            foreach (Column column in Copied)
            {
                writer.Line($"{Chosen(column)} = {column.Offset};");
            }
        }

        writer.Line();
    }

    /// <summary>The same for a transposed copy of rows of a matrix: each of its columns is a vector of them, with its rows one behind the other.</summary>
    /// <param name="source">The matrix, as C#.</param>
    /// <param name="stride">Elements of a row of it.</param>
    public void WriteTransposed(string source, int stride)
    {
        writer.Line($"// the {source} of the panel, transposed");
        writer.Line($"ref {number.Name} panel = ref panels.Start;");
        writer.Line("nuint stride = lanes;");
        foreach ((Column column, int index) in columns.Select((column, index) => (column, index)))
        {
            writer.Line($"nuint {Chosen(column)} = {(index == 0 ? "0" : $"{Literal.Of(index * stride)} * lanes")};");
            writer.Line($"Transposition.Transpose(ref Unsafe.Add(ref {source}, {Factor(column)} * {Literal.Of(stride)}), ref Unsafe.Add(ref panel, {Chosen(column)}), lanes, {Literal.Of(stride)});");
        }

        writer.Line();
    }

    /// <summary>The variable with the offset of a column in a row of <c>panel</c>.</summary>
    public static string Chosen(Column column) => "p" + column.Name;

    /// <summary>Writes the copy of <paramref name="count"/> rows of <paramref name="stride"/> elements to <c>panel</c>.</summary>
    /// <param name="index">The name of the loop's variable.</param>
    /// <param name="source">The matrix, as C#.</param>
    /// <param name="count">Its rows, as C#.</param>
    /// <param name="stride">Elements of a row of it.</param>
    public void WriteCopy(string index, string source, string count, int stride)
    {
        using (writer.Block($"for (nuint {index} = 0; {index} < {count}; {index}++)"))
        {
            writer.Line($"ref {number.Name} from = ref Unsafe.Add(ref {source}, {index} * {Literal.Of(stride)});");
            writer.Line($"ref {number.Name} to = ref Unsafe.Add(ref panel, {index} * {Width});");
            foreach ((Column column, Column copied) in columns.Zip(Copied, (column, copied) => (column, copied)))
            {
                writer.Line(column.Type.Store(column.Type.Load("from", column.Offset), "to", copied.Offset));
            }
        }

        writer.Line();
    }

    /// <summary>Takes the memory of a copy, which <see cref="Return"/> gives back.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="number">The number type.</param>
    /// <param name="tiling">The version of the kernel.</param>
    /// <param name="count">Rows of a copy, as C#.</param>
    public static void Rent(SourceWriter writer, NumberType number, MatMulTiling tiling, string count)
    {
        writer.Line($"Scratch<{number.Name}> panels = Scratch<{number.Name}>.Rent({count} * {Literal.Of(tiling.Plan.PanelVectors)} * Vector<{number.Name}>.Count);");
    }

    /// <summary>Gives the memory back.</summary>
    public static void Return(SourceWriter writer) => writer.Line("panels.Dispose();");

    private static string Factor(Column column) => column.Offset.Contains('+') ? $"({column.Offset})" : column.Offset;

    private static string Start(int index) => index == 0 ? "0" : KernelWriter.Lanes(index);
}
