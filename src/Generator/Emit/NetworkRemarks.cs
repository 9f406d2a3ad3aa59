using NetGen.Generator.Graph;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the doc comment of the class: the network drawn as a table.</summary>
internal sealed class NetworkRemarks(SourceWriter writer, NetworkSchedule schedule)
{
    private static readonly string[] Header = ["layer", "shape", "activation", "weights", "biases"];

    public void Emit()
    {
        string sizes = string.Join("-", schedule.Declaration.Sizes.Select(Literal.Of));
        writer.Line($"/// <summary>A fully connected {sizes} network with {Literal.Of(schedule.ParameterCount)} parameters.</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        List<string[]> rows = [Header, .. schedule.Layers.Select(Row)];
        foreach (string[] row in rows)
        {
            writer.Line("/// " + Pad(rows, row).TrimEnd());
        }

        writer.Line("/// </code>");
        writer.Line($"/// Loss: {schedule.LossRemark}.");
        writer.Line("/// </remarks>");
    }

    private string[] Row(DenseLayer layer) =>
    [
        Literal.Of(layer.Index),
        $"{Literal.Of(layer.Inputs)} → {Literal.Of(layer.Outputs)}",
        schedule.Declaration.Activations[layer.Index].Name,
        Literal.Of(layer.WeightCount),
        Literal.Of(layer.HasBiases ? layer.Outputs : 0),
    ];

    private static string Pad(List<string[]> rows, string[] row) =>
        string.Join("  ", row.Select((cell, column) => cell.PadRight(rows.Max(other => other[column].Length))));
}
