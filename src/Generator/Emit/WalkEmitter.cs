using NetGen.Generator.Emit.Lanes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>
/// Prints a method that walks rows in blocks and the method that computes a block. A single row is a block of its own,
/// with its scratch on the stack where it is small.
/// </summary>
internal sealed class WalkEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private string T => names.T;

    public void Emit(ProgramWalk walk)
    {
        EmitWalk(walk);
        writer.Line();
        EmitBlock(walk);
        Lanes(walk)?.Emit(walk);
    }

    /// <summary>What computes the batches of the walk, where that is not the block.</summary>
    private LaneWalkEmitter? Lanes(ProgramWalk walk) =>
        walk.Lanes is { } program ? new LaneWalkEmitter(writer, schedule, names, program) : null;

    private void EmitWalk(ProgramWalk walk)
    {
        writer.Line($"/// <summary>{walk.Name} over blocks of up to {Literal.Of(walk.Program.BlockRows)} rows.</summary>");
        IEnumerable<string> parameters = walk.Rows.Select(row => $"{row.Span} {row.Name}").Concat(walk.Others.Select(other => $"{other.Type} {other.Name}"));
        using (writer.Block($"public static {walk.ReturnType} {walk.Name}(ref {T} parameters, {string.Join(", ", parameters)}, nuint rows)"))
        {
            if (walk.Program.BlockRows > 1)
            {
                using (writer.Block("if (rows == 1)"))
                {
                    EmitSingleRow(walk);
                }

                writer.Line();
            }

            Lanes(walk)?.EmitBranch(walk);
            EmitLoop(walk);
        }
    }

    private void EmitSingleRow(ProgramWalk walk)
    {
        if (walk.Program.NeedsScratch)
        {
            foreach (string line in ScratchText.ForRow(walk.Program, names.Number))
            {
                writer.Line(line);
            }
        }

        string call = Call(walk, row => $"ref MemoryMarshal.GetReference({row.Name})", "ref scratch", "1");
        writer.Line(walk.ReturnsLoss ? $"return {call};" : $"{call};");
        if (!walk.ReturnsLoss)
        {
            writer.Line("return;");
        }
    }

    private void EmitLoop(ProgramWalk walk)
    {
        int block = walk.Program.BlockRows;
        if (walk.Program.NeedsScratch)
        {
            writer.Line($"using Scratch<{T}> buffer = Scratch<{T}>.Rent({Literal.Of(walk.Program.ScratchPerRow * block)});");
        }

        if (walk.ReturnsLoss)
        {
            writer.Line("double loss = 0;");
        }

        using (writer.Block($"for (nuint row = 0; row < rows; row += {Literal.Of(block)})"))
        {
            string call = Call(walk, row => $"ref Unsafe.Add(ref MemoryMarshal.GetReference({row.Name}), {(row.Columns == 1 ? "row" : $"row * {Literal.Of(row.Columns)}")})", "ref buffer.Start", $"nuint.Min({Literal.Of(block)}, rows - row)");
            writer.Line(walk.ReturnsLoss ? $"loss += {call};" : $"{call};");
        }

        if (walk.ReturnsLoss)
        {
            writer.Line();
            writer.Line("return loss;");
        }
    }

    private static string Call(ProgramWalk walk, Func<RowArgument, string> reference, string scratch, string rows)
    {
        IEnumerable<string> arguments = walk.Rows.Select(reference)
            .Concat(walk.Others.Select(other => other.Passed))
            .Concat(walk.Program.NeedsScratch ? [scratch] : []);
        return $"{walk.Name}Block(ref parameters, {string.Join(", ", arguments)}, {rows})";
    }

    private void EmitBlock(ProgramWalk walk)
    {
        IEnumerable<string> parameters = walk.Rows.Select(row => $"ref {row.Element} {row.Name}")
            .Concat(walk.Others.Select(other => $"{other.Type} {other.Name}"))
            .Concat(walk.Program.NeedsScratch ? [$"ref {T} scratch"] : []);
        StepEmitter steps = new(writer, schedule, names);
        using (writer.Block($"private static {walk.ReturnType} {walk.Name}Block(ref {T} parameters, {string.Join(", ", parameters)}, nuint rows)"))
        {
            steps.DeclareSlots(walk.Program);
            string targets = walk.Rows[1].Name;
            steps.Emit(walk.Program.Forward, targets);
            steps.Emit(walk.Program.Backward, targets, isOptional: walk.Name == "VectorJacobianProduct");
            if (walk.ReturnsLoss)
            {
                writer.Line();
                writer.Line("return loss;");
            }
        }
    }
}
