using NetGen.Generator.Passes;
using NetGen.Generator.Schedule;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>Prints how a batch of a tiny network is computed with one sample per lane: the branch to it, its loop over blocks, its kernels.</summary>
internal sealed class LaneWalkEmitter(SourceWriter writer, NetworkSchedule schedule, Names names, LaneProgram program)
{
    private readonly LaneStepEmitter _steps = new(writer, names.Number);

    private string T => names.T;

    private string Lanes => LaneText.Class(names.Number);

    private string Outputs => Literal.Of(schedule.Declaration.OutputSize);

    /// <summary>Prints the branch that leaves a walk for the loop over blocks.</summary>
    public void EmitBranch(ProgramWalk walk)
    {
        string[] arguments = ["ref parameters", .. walk.Rows.Select(row => row.Name), .. walk.Others.Select(other => other.Passed), "rows"];
        string call = $"({string.Join(", ", arguments)});";
        string result = walk.ReturnsLoss ? "return " : "";
        EmitBranch("Vector512", "Simd512", $"if (Vector512.IsHardwareAccelerated && rows >= {Literal.Of(program.WideRows)})", result, walk, call);
        EmitBranch("Vector", "SimdVector", $"else if (!Vector512.IsHardwareAccelerated && Vector.IsHardwareAccelerated && rows >= nuint.Max({Literal.Of(program.PortableRows)}, (nuint)Vector<{T}>.Count))", result, walk, call);
        writer.Line();
    }

    private void EmitBranch(string vector, string simd, string condition, string result, ProgramWalk walk, string call)
    {
        using (writer.Block(condition))
        {
            writer.Line($"{result}{walk.Name}Lanes<{vector}<{T}>, global::NetGen.{simd}<{T}>>{call}");
            EmitReturn(walk);
        }
    }

    /// <summary>Prints the loop over blocks of a walk.</summary>
    public void Emit(ProgramWalk walk)
    {
        string[] parameters =
        [
            $"ref {T} parameters",
            .. walk.Rows.Select(row => $"{row.Span} {row.Name}"),
            .. walk.Others.Select(other => $"{other.Type} {other.Name}"),
            "nuint rows",
        ];
        writer.Line();
        writer.Line($"/// <summary>{walk.Name} with one sample per lane, over blocks of up to {Literal.Of(program.BlockRows)} rows: {program.Why}.</summary>");
        writer.Line(Kernels.KernelText.Optimized);
        writer.Line($"private static {walk.ReturnType} {walk.Name}Lanes{LaneText.Arguments}({string.Join(", ", parameters)})");
        foreach (string constraint in LaneText.Constraints(names.Number))
        {
            writer.Line("    " + constraint);
        }

        using (writer.Block())
        {
            if (walk.ReturnsLoss)
            {
                EmitBlocks(walk);
            }
            else
            {
                new LaneInferenceEmitter(writer, names.Number, program.Inference, program.BlockRows).Emit(walk.Rows[0], walk.Rows[1]);
            }
        }
    }

    /// <summary>Prints the kernels that the loops call.</summary>
    public void EmitKernels()
    {
        foreach (LaneChain chain in program.Inference.Chains.Concat(program.Chains))
        {
            writer.Line();
            new LaneForwardWriter(writer, chain, names.Number).Write();
        }

        foreach (LaneTrainedLayer layer in program.Layers)
        {
            if (layer.InputGradients is not null)
            {
                writer.Line();
                new LaneInputGradientWriter(writer, layer, names.Number).Write();
            }

            writer.Line();
            new LaneParameterGradientWriter(writer, layer, names.Number).Write();
        }
    }

    private void EmitReturn(ProgramWalk walk)
    {
        if (!walk.ReturnsLoss)
        {
            writer.Line("return;");
        }
    }

    /// <summary>The loop over blocks of a walk that computes the loss.</summary>
    private void EmitBlocks(ProgramWalk walk)
    {
        int rows = program.Training.PerRow * program.BlockRows;
        string sums = walk.Name == "Backward" ? $" + {Literal.Of(program.Training.Sums)} * TSimd.Count" : "";
        writer.Line($"using Scratch<{T}> buffer = Scratch<{T}>.Rent({Literal.Of(rows)}{sums});");
        foreach (BufferSlot slot in Slots(walk).Where(slot => !IsChosen(slot)))
        {
            writer.Line($"ref {T} {slot.Name} = ref {Tiles(slot)};");
        }

        if (sums.Length > 0)
        {
            writer.Line($"ref {T} sums = ref {LaneText.Element("buffer.Start", rows)};");
        }

        writer.Line("double loss = 0;");
        using (writer.Block($"for (nuint row = 0; row < rows; row += {Literal.Of(program.BlockRows)})"))
        {
            writer.Line($"nuint count = nuint.Min({Literal.Of(program.BlockRows)}, rows - row);");
            writer.Line($"nuint padded = {Lanes}.Padded(count);");
            EmitInputs(walk.Rows[0]);
            _steps.Emit(program.Forward);
            EmitLoss(walk.Rows[1], isDifferentiated: walk.Name == "Backward");
        }

        writer.Line();
        writer.Line("return loss;");
    }

    private void EmitInputs(RowArgument inputs)
    {
        string turn = $"{Lanes}.FromRows({LaneText.Row(inputs)}, count, {Literal.Of(program.Inputs.Columns)}, ref {program.Inputs.Name}, repeats: true);";
        if (!program.AreInputsTiles)
        {
            writer.Line(turn);
            return;
        }

        EmitChoice(program.Inputs, LaneText.Row(inputs));
        EmitUnlessWhole(turn);
    }

    /// <summary>A single column of whole tiles lies in rows as it does in tiles, so that it stays where it is.</summary>
    private void EmitChoice(BufferSlot slot, string present) =>
        writer.Line($"ref {T} {slot.Name} = ref padded == count ? {present} : ref {Tiles(slot)};");

    private void EmitUnlessWhole(string statement)
    {
        using (writer.Block("if (padded != count)"))
        {
            writer.Line(statement);
        }
    }

    /// <summary>Whether a value may stay where it is, so that its memory is chosen in each block.</summary>
    private bool IsChosen(BufferSlot slot) =>
        (program.AreInputsTiles && slot == program.Inputs) || IsChosenForLoss(slot);

    /// <summary>Whether a value is rows for the loss, or of its gradient, that may stay in tiles.</summary>
    private bool IsChosenForLoss(BufferSlot slot) =>
        program.AreOutputsRows && (slot == program.Training.Rows || slot == program.Training.RowGradients);

    private string Tiles(BufferSlot slot) => LaneText.Scratch(slot, program.BlockRows);

    private void EmitLoss(RowArgument targets, bool isDifferentiated)
    {
        LaneTraining training = program.Training;
        string predictions = $"Block.Rows(ref {training.Rows.Name}, count, {Outputs})";
        string slopes = $"Block.Rows(ref {training.RowGradients.Name}, count, {Outputs})";
        string activation = program is { RowActivation: { } last, IsRowActivationInLoss: false } ? last.Alias : "";
        string labels = targets.Name == "labels" ? "Labels" : "";
        writer.Line();
        writer.Line($"// loss: {schedule.Loss.Name}");
        string toRows = $"{Lanes}.ToRows(ref {program.Outputs.Name}, count, {Outputs}, ref {training.Rows.Name});";
        if (IsChosenForLoss(training.Rows))
        {
            EmitChoice(training.Rows, "ref " + program.Outputs.Name);
        }

        EmitTurn(training.Rows, toRows);
        if (activation.Length > 0)
        {
            writer.Line($"RowWise.Invoke<{activation}, {T}>({predictions}, {predictions}, {Outputs});");
        }

        if (!isDifferentiated)
        {
            writer.Line($"loss += RowLoss.Evaluate{labels}<{schedule.Loss.Alias}, {T}>({predictions}, {Rows(targets)}, {Outputs});");
            return;
        }

        if (IsChosenForLoss(training.RowGradients))
        {
            EmitChoice(training.RowGradients, "ref " + training.Gradients.Name);
        }

        writer.Line($"loss += RowLoss.Differentiate{labels}<{schedule.Loss.Alias}, {T}>({predictions}, {Rows(targets)}, {slopes}, {Outputs}, scale);");
        if (activation.Length > 0)
        {
            writer.Line($"RowWise.Differentiate<{activation}, {T}>({predictions}, {slopes}, {Outputs});");
        }

        EmitTurn(training.RowGradients, $"{Lanes}.FromRows(ref {training.RowGradients.Name}, count, {Outputs}, ref {training.Gradients.Name}, repeats: false);");
        _steps.Emit(program.Backward);
    }

    private void EmitTurn(BufferSlot rows, string turn)
    {
        if (IsChosenForLoss(rows))
        {
            EmitUnlessWhole(turn);
        }
        else
        {
            writer.Line(turn);
        }
    }

    /// <summary>The values of a walk, in the order of their memory.</summary>
    private IEnumerable<BufferSlot> Slots(ProgramWalk walk)
    {
        IEnumerable<BufferSlot> forward = program.Forward.SelectMany(step => step switch
        {
            LaneForwardStep { Chain: var chain } => chain.Layers.Select(layer => layer.Results),
            LaneActivationStep activation => [activation.Result],
            _ => [],
        });
        IEnumerable<BufferSlot> backward = walk.Name == "Backward" ? program.Layers.Select(layer => layer.Gradients).Append(program.Training.RowGradients) : [];
        return forward.Prepend(program.Inputs).Append(program.Training.Rows).Concat(backward).Distinct().OrderBy(slot => slot.OffsetPerRow);
    }

    private static string Rows(RowArgument argument) => $"Block.Rows({LaneText.Row(argument)}, count, {Literal.Of(argument.Columns)})";
}
