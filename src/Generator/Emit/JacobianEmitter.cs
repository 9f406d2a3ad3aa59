using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the Jacobian of one row: forward once, then backward from each unit output gradient.</summary>
internal sealed class JacobianEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private string T => names.T;

    public void Emit()
    {
        ScheduledProgram program = schedule.Jacobian;
        StepEmitter steps = new(writer, schedule, names, isRow: true);
        List<Argument> arguments = [new($"ref {T}", "parameters"), new($"ref {T}", "inputs")];
        if (program.RowScratch > 0)
        {
            arguments.Add(new Argument($"ref {T}", "scratch"));
        }

        PartEmitter forward = new(writer, steps, program, isRow: true, "Jacobian", arguments);
        PartEmitter backward = new(writer, steps, program, isRow: true, "Jacobian", [.. arguments, new Argument($"ref {T}", "inputGradients")]);
        writer.Line("/// <summary>Forward once, then backward from each unit vector of output gradients: a row of the Jacobian each.</summary>");
        using (writer.Block($"public static void Jacobian(ref {T} parameters, ReadOnlySpan<{T}> input, Span<{T}> jacobian)"))
        {
            writer.Line("const nuint rows = 1;");
            writer.Line($"ref {T} inputs = ref MemoryMarshal.GetReference(input);");
            ScratchText.DeclareRow(writer, program, names.Number);
            forward.DeclareSlots();
            forward.Forward("");
            writer.Line();
            using (writer.Block($"for (nuint output = 0; output < {Literal.Of(schedule.Declaration.OutputSize)}; output++)"))
            {
                EmitSeed(program);
                backward.Backward("");
            }
        }

        forward.EmitMethods();
        backward.EmitMethods();
    }

    private void EmitSeed(ScheduledProgram program)
    {
        string seed = program.Seed!.Name;
        writer.Line($"ref {T} inputGradients = ref Unsafe.Add(ref MemoryMarshal.GetReference(jacobian), {(schedule.Declaration.InputSize == 1 ? "output" : $"output * {Literal.Of(schedule.Declaration.InputSize)}")});");
        writer.Line($"Block.Rows(ref {seed}, rows, {Literal.Of(schedule.Declaration.OutputSize)}).Clear();");
        writer.Line($"Unsafe.Add(ref {seed}, output) = 1;");
    }
}
