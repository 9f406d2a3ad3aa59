using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the table behind <c>Layers</c>, in a class of its own so that kernels have no static constructor.</summary>
internal sealed class LayerTableEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    public void Emit()
    {
        writer.Line("/// <summary>The layers of the network.</summary>");
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"file static class {names.Layers}"))
        {
            IReadOnlyList<IReadOnlyList<DenseLayer>> parts = schedule.LayerParts;
            if (parts.Count == 1)
            {
                writer.Line("public static readonly global::NetGen.LayerInfo[] All =");
                EmitRows(parts[0]);
                return;
            }

            writer.Line($"public static readonly global::NetGen.LayerInfo[] All = [{string.Join(", ", parts.Select((_, part) => $".. Part{Literal.Of(part)}()"))}];");
            for (int part = 0; part < parts.Count; part++)
            {
                writer.Line();
                writer.Line($"private static global::NetGen.LayerInfo[] Part{Literal.Of(part)}() => new global::NetGen.LayerInfo[]");
                EmitRows(parts[part]);
            }
        }
    }

    private void EmitRows(IEnumerable<DenseLayer> layers)
    {
        using (writer.Block(close: "};"))
        {
            foreach (DenseLayer layer in layers)
            {
                writer.Line(Row(layer));
            }
        }
    }

    private string Row(DenseLayer layer)
    {
        ActivationSpec activation = schedule.Declaration.Activations[layer.Index];
        string value = activation.IsOwn ? "global::NetGen.LayerInfo.OwnActivation" : $"global::NetGen.Activation.{activation.BuiltIn}";
        return $"new global::NetGen.LayerInfo(\"layers.{Literal.Of(layer.Index)}\", {Literal.Of(layer.Inputs)}, {Literal.Of(layer.Outputs)}, {value}, \"{activation.Name}\", {Literal.Of(layer.WeightsOffset)}, {Literal.Of(layer.BiasesOffset)}),";
    }
}
