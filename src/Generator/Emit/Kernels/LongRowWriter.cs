using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes c[n] = a[k] · B[k, n] for long rows of B, one after the other: the sums of the first group of columns stay in registers, the
/// others are in the nearest cache.
/// </summary>
internal sealed class LongRowWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private int Columns => Kernel.Shape.Columns;

    public void WriteBody()
    {
        IReadOnlyList<Column> held = HeldColumns();
        foreach (Column column in held)
        {
            Writer.Line($"{column.Type.Name} {Sum(column)} = {Start(column)};");
        }

        ForEachOtherGroup(columns => WriteSums(columns, Start));
        using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(Kernel.Shape.Inner)}; i++)"))
        {
            WriteRow(held);
        }

        foreach (Column column in held)
        {
            Writer.Line(column.Type.Store(Activated(column, Sum(column)), "ys", column.Offset));
        }

        if (!Kernel.IsEpilogueRowWise && Kernel.Epilogue is not null)
        {
            ForEachOtherGroup(columns => WriteSums(columns, column => Activated(column, column.Type.Load("ys", column.Offset))));
        }
    }

    private void WriteRow(IReadOnlyList<Column> held)
    {
        Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
        WriteBroadcasts(Number.Vector(1).Load("xs", "i"));
        foreach (Column column in held)
        {
            Writer.Line($"{Sum(column)} = {Product(column, Sum(column))};");
        }

        ForEachOtherGroup(columns => WriteSums(columns, column => Product(column, column.Type.Load("ys", column.Offset))));
    }

    private void WriteSums(IReadOnlyList<Column> columns, Func<Column, string> sum)
    {
        foreach (Column column in columns)
        {
            Writer.Line(column.Type.Store(sum(column), "ys", column.Offset));
        }
    }

    private static string Product(Column column, string sum) =>
        column.Type.MultiplyAdd(Broadcast(column.Type), column.Type.Load("w", column.Offset), sum);

    private string Start(Column column) => Kernel.HasBias ? column.Type.Load("biases", column.Offset) : column.Type.Zero;

    private string Activated(Column column, string sum) => Kernel.IsEpilogueRowWise ? sum : KernelText.Activate(Kernel.Epilogue, column.Type, sum);

    private static string Sum(Column column) => "sum" + column.Name;
}
