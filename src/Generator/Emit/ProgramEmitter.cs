using NetGen.Generator.Emit.Lanes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the methods behind the members, in the order of the members.</summary>
internal sealed class ProgramEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private readonly WalkEmitter _walks = new(writer, schedule, names);

    private string T => names.T;

    private RowArgument Inputs => new("inputs", T, schedule.Declaration.InputSize);

    public void Emit()
    {
        RowArgument outputs = new("outputs", T, schedule.Declaration.OutputSize, IsWritten: true);
        EmitForwardRows(outputs);
        _walks.Emit(new ProgramWalk("Forward", schedule.Inference, [Inputs, outputs], []) { IsFused = schedule.IsForwardFused, Lanes = schedule.Lanes });
        writer.Line();
        new JacobianEmitter(writer, schedule, names).Emit();
        EmitTraining(new RowArgument("targets", T, schedule.Declaration.OutputSize));
        if (schedule.TakesLabels)
        {
            EmitTraining(new RowArgument("labels", "int", 1));
        }

        EmitVectorJacobianProduct();
        new TranspositionEmitter(writer, names).EmitMethods(schedule.Training);
        if (schedule.Lanes is { } lanes)
        {
            new LaneWalkEmitter(writer, schedule, names, lanes).EmitKernels();
        }
    }

    /// <summary>Apart from the member, so that its path for a single row has no more to save and restore than it needs.</summary>
    private void EmitForwardRows(RowArgument outputs)
    {
        writer.Line("/// <summary>Forward of any number of rows, checked.</summary>");
        writer.Line(Kernels.KernelText.Optimized);
        using (writer.Block($"public static void ForwardRows(in ParameterMemory<{T}> memory, {Inputs.Span} inputs, {outputs.Span} outputs)"))
        {
            writer.Line($"nuint rows = NetworkGuard.Forward(inputs, outputs, memory.Span, {Literal.Of(Inputs.Columns)}, {Literal.Of(outputs.Columns)});");
            writer.Line("Forward(ref memory.Reference, inputs, outputs, rows);");
        }

        writer.Line();
    }

    private void EmitTraining(RowArgument targets)
    {
        writer.Line();
        _walks.Emit(new ProgramWalk("Evaluate", schedule.Evaluation, [Inputs, targets], []) { Lanes = schedule.Lanes });
        writer.Line();
        _walks.Emit(new ProgramWalk("Backward", schedule.Training, [Inputs, targets], [new Argument($"ref {T}", "destination"), new Argument(T, "scale")]) { Lanes = schedule.Lanes });
        writer.Line();
        EmitSgdStep(targets);
    }

    private void EmitSgdStep(RowArgument targets)
    {
        writer.Line("/// <summary>");
        writer.Line("/// A step of any number of rows, checked. The gradient is added to the parameters with the scale −learningRate / rows: all of backward");
        writer.Line("/// is linear in it.");
        writer.Line("/// </summary>");
        writer.Line(Kernels.KernelText.Optimized);
        using (writer.Block($"public static {T} SgdStepRows(in ParameterMemory<{T}> memory, {Inputs.Span} inputs, {targets.Span} {targets.Name}, {T} learningRate)"))
        {
            writer.Line($"nuint rows = NetworkGuard.{(targets.IsLabels ? "Labels" : "Rows")}(inputs, {targets.Name}, {Literal.Of(Inputs.Columns)}, {Literal.Of(schedule.Declaration.OutputSize)});");
            writer.Line($"NetworkGuard.Step(memory.Span, inputs, {targets.Name});");
            writer.Line($"ref {T} parameters = ref memory.Reference;");
            writer.Line($"double divisor = {(schedule.IsRowLossDivided ? $"(double)rows * {Literal.Of(schedule.Declaration.OutputSize)}" : "rows")};");
            writer.Line($"{T} scale = ({T})(-learningRate / divisor);");
            writer.Line();
            if (schedule.Training.HasBlocks)
            {
                EmitBlockStep(targets);
                writer.Line();
            }

            writer.Line($"using Scratch<{T}> step = Scratch<{T}>.Rent({Literal.Of(schedule.ParameterCount)});");
            writer.Line("step.Span.Clear();");
            writer.Line($"double loss = Backward(ref parameters, inputs, {targets.Name}, ref step.Start, scale, rows);");
            writer.Line($"Accumulation.Add<{T}>(step.Span, Block.Rows(ref parameters, 1, {Literal.Of(schedule.ParameterCount)}));");
            writer.Line($"return ({T})(loss / divisor);");
        }

        writer.Line();
        _walks.EmitRow(new ProgramWalk("SgdStep", schedule.Online, [Inputs, targets], [new Argument(T, "scale")]));
    }

    private void EmitBlockStep(RowArgument targets)
    {
        writer.Line("// a single block needs no buffer: a layer's weights change after their last use");
        using (writer.Block($"if (rows <= {Literal.Of(schedule.Training.BlockRows)} && rows % {Literal.Of(Tuning.RowMultiple)} == 0)"))
        {
            writer.Line($"return ({T})(Backward(ref parameters, inputs, {targets.Name}, ref parameters, scale, rows) / divisor);");
        }
    }

    private void EmitVectorJacobianProduct()
    {
        RowArgument outputGradients = new("outputGradients", T, schedule.Declaration.OutputSize);
        RowArgument inputGradients = new("inputGradients", T, schedule.Declaration.InputSize, IsWritten: true);
        Argument[] others = [new($"ref {T}", "destination"), new("bool", "withParameters"), new("bool", "withInputs")];
        writer.Line();
        _walks.Emit(new ProgramWalk("VectorJacobianProduct", schedule.VectorJacobianProduct, [Inputs, outputGradients, inputGradients], others));
    }
}
