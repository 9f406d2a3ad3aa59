using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Where the scratch of a block comes from, as C#.</summary>
internal static class ScratchText
{
    public static bool FitsStack(ScheduledProgram program, NumberType number) => program.ScratchPerRow * number.Bytes <= Tuning.StackBytes;

    /// <summary>Declares <c>scratch</c> for one row.</summary>
    public static IEnumerable<string> ForRow(ScheduledProgram program, NumberType number)
    {
        if (!FitsStack(program, number))
        {
            yield return $"using Scratch<{number.Name}> rowBuffer = Scratch<{number.Name}>.Rent({Literal.Of(program.ScratchPerRow)});";
            yield return $"ref {number.Name} scratch = ref rowBuffer.Start;";
            yield break;
        }

        yield return $"Span<{number.Name}> stack = stackalloc {number.Name}[{Literal.Of(program.ScratchPerRow)}];";
        yield return $"ref {number.Name} scratch = ref MemoryMarshal.GetReference(stack);";
    }
}
