using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Where the scratch of a single row comes from, as C#.</summary>
internal static class ScratchText
{
    /// <summary>Declares <c>scratch</c> where a row needs any.</summary>
    public static void DeclareRow(SourceWriter writer, ScheduledProgram program, NumberType number)
    {
        if (program.RowScratch == 0)
        {
            return;
        }

        if (program.StackElements is { } elements)
        {
            writer.Line($"Unsafe.SkipInit(out StackRow{Literal.Of(elements)}<{number.Name}> stack);");
            string start = program.IsStackAligned ? "StackRow.Start" : "Unsafe.As";
            writer.Line($"ref {number.Name} scratch = ref {start}<StackRow{Literal.Of(elements)}<{number.Name}>, {number.Name}>(ref stack);");
            return;
        }

        writer.Line($"using Scratch<{number.Name}> buffer = Scratch<{number.Name}>.Rent({Literal.Of(program.RowScratch)});");
        writer.Line($"ref {number.Name} scratch = ref buffer.Start;");
    }
}
