using System.Globalization;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the pass of a single row over long rows of weights, in their order: B += xᵀ · dz, and for a step also dx = dz · Bᵀ from the
/// weights as they were. The gradients of the first group of columns stay in registers, the others come from the nearest cache.
/// </summary>
internal sealed class LongPassWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private VectorType Widest => Number.Vector(Tiling.Plan.Groups[0].Segments[0].Lanes);

    private bool IsStep => Kernel.Shape.Form == MatMulForm.Step;

    public void WriteBody()
    {
        IReadOnlyList<Column> held = HeldColumns();
        WriteGradients(held);
        if (Kernel.HasBias)
        {
            WriteBiases(held, Gradient);
            ForEachOtherGroup(columns => WriteBiases(columns, column => column.Type.Load("dz", column.Offset)));
        }

        using (ForEachRow(0, Kernel.Shape.Inner, 1))
        {
            WriteRow(held);
        }

        if (IsStep && Kernel.Derivative is { } derivative)
        {
            Writer.Line($"Elementwise.MultiplyByDerivative<{derivative.Alias}, {T}>(in x, in x, ref dx, {Literal.Of(Kernel.Shape.Inner)});");
        }
    }

    private void WriteRow(IReadOnlyList<Column> held)
    {
        Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Kernel.Shape.Columns)});");
        WriteBroadcasts(Number.Vector(1).Load("x", "i"));
        WriteUpdates(held);
        ForEachOtherGroup(columns =>
        {
            WriteGradients(columns);
            WriteUpdates(columns);
        });
        if (IsStep)
        {
            string sum = Tree([.. Enumerable.Range(0, Tuning.StepVectors).Select(Sum)]);
            Writer.Line($"Unsafe.Add(ref dx, i) = {Widest.Sum(sum)};");
        }
    }

    private void WriteGradients(IReadOnlyList<Column> columns)
    {
        foreach (Column column in columns)
        {
            Writer.Line($"{column.Type.Name} {Gradient(column)} = {column.Type.Load("dz", column.Offset)};");
        }
    }

    private void WriteUpdates(IReadOnlyList<Column> columns)
    {
        foreach (Column column in columns)
        {
            string weights = column.Type.Load("w", column.Offset);
            if (IsStep)
            {
                Writer.Line($"{column.Type.Name} w{column.Name} = {weights};");
                weights = "w" + column.Name;
                int index = int.Parse(column.Name, CultureInfo.InvariantCulture);
                WriteTerm(Widest, column, Sum(index), weights, Gradient(column), isFirst: index < Tuning.StepVectors);
            }

            Writer.Line(column.Type.Store(column.Type.MultiplyAdd(Broadcast(column.Type), Gradient(column), weights), "w", column.Offset));
        }
    }

    private static string Gradient(Column column) => "d" + column.Name;

    private static string Sum(int index) => "sum" + Literal.Of(index % Tuning.StepVectors);
}
