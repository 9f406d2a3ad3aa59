using NetGen.Generator.Passes;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>Prints the loop over blocks of <c>Forward</c> with one sample per lane.</summary>
internal sealed class LaneInferenceEmitter(SourceWriter writer, NumberType number, LaneInference inference, int blockRows)
{
    private string T => number.Name;

    private string Lanes => LaneText.Class(number);

    private string BlockRows => Literal.Of(blockRows);

    private bool TurnsOutputs => inference.Outputs.Kind == BufferKind.Scratch;

    public void Emit(RowArgument inputs, RowArgument outputs)
    {
        writer.Line(LaneText.DeclareLanes);
        if (inference.PerRow > 0)
        {
            writer.Line($"using Scratch<{T}> buffer = Scratch<{T}>.Rent({Literal.Of(inference.PerRow * blockRows)});");
        }

        foreach (BufferSlot slot in inference.Slots)
        {
            writer.Line($"ref {T} {slot.Name} = ref {LaneText.Scratch(slot, blockRows)};");
        }

        using (writer.Block($"for (nuint row = 0; row < rows; row += {BlockRows})"))
        {
            writer.Line("// the last block holds a vector of rows at least, and so may begin with some of the block before");
            writer.Line("nuint start = nuint.Min(row, rows - lanes);");
            writer.Line($"nuint count = nuint.Min({BlockRows}, rows - start);");
            if (inference.Steps.OfType<LaneActivationStep>().Any())
            {
                writer.Line($"nuint padded = {Lanes}.Padded(count);");
            }

            EmitInputs(inputs);
            writer.Line($"ref {T} y = {LaneText.Row(outputs, "start")};");
            new LaneStepEmitter(writer, number).Emit(inference.Steps);
            EmitOutputs(outputs);
        }
    }

    private void EmitInputs(RowArgument inputs)
    {
        string rows = LaneText.Row(inputs, "start");
        writer.Line(inference.Inputs.Kind == BufferKind.Inputs
            ? $"ref {T} x = {rows};"
            : $"{Lanes}.FromRows({rows}, count, {Literal.Of(inputs.Columns)}, ref {inference.Inputs.Name}, repeats: true);");
    }

    private void EmitOutputs(RowArgument outputs)
    {
        string columns = Literal.Of(outputs.Columns), rows = $"Block.Rows(ref y, count, {columns})";
        if (TurnsOutputs)
        {
            writer.Line();
            writer.Line("// outputs to rows");
            writer.Line($"{Lanes}.ToRows(ref {inference.Outputs.Name}, count, {columns}, ref y);");
        }

        if (inference.Activation is { } activation)
        {
            writer.Line();
            writer.Line($"// layer {Literal.Of(inference.Chains.Last().Last.Layer.Index)}: {activation.Name}");
            writer.Line(inference.IsRowWise
                ? $"RowWise.Invoke<{activation.Alias}, {T}>({rows}, {rows}, {columns});"
                : $"Elementwise.Invoke<{activation.Alias}, {T}>({rows}, {rows});");
        }
    }
}
