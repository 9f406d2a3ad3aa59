using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the transposition of weights: where it is needed, or for deep networks in methods that all walks share.</summary>
internal sealed class TranspositionEmitter(SourceWriter writer, Names names)
{
    public void Emit(ScheduledProgram program)
    {
        if (program.PackedParts.Count == 1)
        {
            EmitSteps(program.PackedParts[0]);
            return;
        }

        for (int part = 0; part < program.PackedParts.Count; part++)
        {
            writer.Line($"{Method(part)}(ref parameters, ref transposed);");
        }
    }

    /// <summary>Prints the methods that <see cref="Emit"/> calls, if any.</summary>
    public void EmitMethods(ScheduledProgram program)
    {
        for (int part = 0; program.PackedParts.Count > 1 && part < program.PackedParts.Count; part++)
        {
            writer.Line();
            writer.Line(Kernels.KernelText.Optimized);
            using (writer.Block($"private static void {Method(part)}(ref {names.T} parameters, ref {names.T} transposed)"))
            {
                EmitSteps(program.PackedParts[part]);
            }
        }
    }

    private void EmitSteps(IEnumerable<PackedWeights> weights)
    {
        foreach (PackedWeights packed in weights)
        {
            writer.Line($"Transposition.Transpose({RefText.At("parameters", packed.Layer.WeightsOffset)}, {RefText.At("transposed", packed.Offset)}, {Literal.Of(packed.Layer.Inputs)}, {Literal.Of(packed.Layer.Outputs)});");
        }
    }

    private static string Method(int part) => "TransposeWeights" + Literal.Of(part + 1);
}
