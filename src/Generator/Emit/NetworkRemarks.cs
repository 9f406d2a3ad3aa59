using NetGen.Generator.Graph;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the doc comment of the class: the network drawn as a table, and how it is computed.</summary>
internal sealed class NetworkRemarks(SourceWriter writer, NetworkSchedule schedule)
{
    private static readonly string[] Header = ["layer", "shape", "activation", "parameters", "multiply-adds"];

    public void Emit()
    {
        string sizes = string.Join("-", schedule.Declaration.Sizes.Select(Literal.Of));
        writer.Line($"/// <summary>A fully connected {sizes} network with {Literal.Of(schedule.ParameterCount)} parameters.</summary>");
        writer.Line("/// <remarks>");
        EmitTable([Header, .. schedule.Layers.Select(Row), Total()]);
        writer.Line($"/// <para>Loss: {schedule.LossRemark}.</para>");
        writer.Line("/// <para>Kernels of a single row:</para>");
        EmitTable(Kernels(schedule.Inference.Row));
        EmitBatch();
        string forward = Literal.Of(schedule.ForwardScratch), backward = Literal.Of(schedule.BackwardScratch);
        writer.Line($"/// <para>Scratch of a thread for a batch: {forward} bytes in Forward, {backward} bytes in Backward.</para>");
        writer.Line("/// </remarks>");
    }

    private void EmitBatch()
    {
        if (schedule.Lanes is { } lanes)
        {
            writer.Line($"/// <para>Batches are computed in blocks of up to {Literal.Of(lanes.BlockRows)} rows: {lanes.Why}.</para>");
        }
        else if (schedule.Inference.HasBlocks)
        {
            writer.Line($"/// <para>Kernels of a batch, in blocks of up to {Literal.Of(schedule.Inference.BlockRows)} rows:</para>");
            EmitTable(Kernels(schedule.Inference.Block));
        }
    }

    private void EmitTable(List<string[]> rows)
    {
        writer.Line("/// <code>");
        foreach (string[] row in rows)
        {
            writer.Line("/// " + Pad(rows, row).TrimEnd());
        }

        writer.Line("/// </code>");
    }

    private string[] Row(DenseLayer layer) =>
    [
        Literal.Of(layer.Index),
        $"{Literal.Of(layer.Inputs)} → {Literal.Of(layer.Outputs)}",
        schedule.Declaration.Activations[layer.Index].Name,
        Literal.Of(layer.WeightCount + (layer.HasBiases ? layer.Outputs : 0)),
        Literal.Of(layer.WeightCount),
    ];

    private string[] Total() => ["total", "", "", Literal.Of(schedule.ParameterCount), Literal.Of(schedule.Layers.Sum(layer => layer.WeightCount))];

    private static List<string[]> Kernels(StepList steps) =>
        [.. steps.Forward.OfType<KernelStep>().Select(step => new[] { Literal.Of(step.Layer.Index), step.Kernel.Why })];

    private static string Pad(List<string[]> rows, string[] row) =>
        string.Join("  ", row.Select((cell, column) => cell.PadRight(rows.Max(other => other[column].Length))));
}
