using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the steps of a block as calls, each under a comment that names its layer.</summary>
/// <param name="writer">Receives the text.</param>
/// <param name="schedule">What the steps belong to.</param>
/// <param name="names">Names in the text.</param>
/// <param name="isRow">Whether the block is a single row, whose lengths are constants.</param>
internal sealed class StepEmitter(SourceWriter writer, NetworkSchedule schedule, Names names, bool isRow)
{
    private string T => names.T;

    /// <summary>Whether a step of a single row uses the number of rows.</summary>
    public static bool UsesRows(Step step) => step switch
    {
        KernelStep kernel => KernelText.TakesRows(kernel.Kernel),
        ActivationStep activation => activation.IsRowWise,
        ActivationGradientStep gradient => gradient.IsRowWise || gradient.Upstream != gradient.Result,
        LossGradientStep => false,
        _ => true,
    };

    /// <summary>Declares a reference per value in scratch; values that do not live at the same time may share memory.</summary>
    public void DeclareSlots(IEnumerable<Step> steps, BufferSlot? seed)
    {
        foreach (BufferSlot slot in Slots(steps, seed))
        {
            DeclareSlot(slot);
        }
    }

    private static IEnumerable<BufferSlot> Slots(IEnumerable<Step> steps, BufferSlot? seed) => steps.SelectMany(Buffers)
        .Concat(seed is null ? [] : [seed])
        .Where(buffer => buffer.Kind == BufferKind.Scratch)
        .Distinct();

    private void DeclareSlot(BufferSlot slot)
    {
        string start = isRow ? RefText.At("scratch", slot.RowOffset) : slot.OffsetPerRow == 0 ? "ref scratch" : $"ref Unsafe.Add(ref scratch, {Literal.Of(slot.OffsetPerRow)} * rows)";
        writer.Line($"ref {T} {slot.Name} = {start};");
    }

    /// <summary>Declares the scratch of a row's values, but for those that are held elsewhere.</summary>
    public void DeclareRow(ScheduledProgram program, IReadOnlyCollection<BufferSlot> held)
    {
        List<BufferSlot> slots = [.. Slots(program.Row.All, program.Seed).Where(slot => !held.Contains(slot))];
        if (slots.Count > 0)
        {
            ScratchText.DeclareRow(writer, program, names.Number);
            slots.ForEach(DeclareSlot);
        }
    }

    /// <summary>Prints the steps; <paramref name="isOptional"/> guards what the caller may have asked to skip.</summary>
    public void Emit(IEnumerable<Step> steps, string targets, bool isOptional = false)
    {
        foreach (Step step in steps)
        {
            writer.Line();
            writer.Line($"// {step.Remark}");
            string? condition = isOptional ? Condition(step) : null;
            if (condition is null)
            {
                EmitStep(step, targets);
            }
            else
            {
                using (writer.Block($"if ({condition})"))
                {
                    EmitStep(step, targets);
                }
            }
        }
    }

    private static string? Condition(Step step) => step switch
    {
        OuterSumStep => "withParameters",
        ProductStep { Result.Kind: BufferKind.InputGradients } => "withInputs",
        _ => null,
    };

    private void EmitStep(Step step, string targets)
    {
        switch (step)
        {
            case ProductStep product:
                EmitProduct(product);
                break;
            case OuterSumStep sum:
                writer.Line($"{sum.Kernel.Name}({Ref(sum.Inputs)}, {Ref(sum.Gradients)}, {RefText.At("destination", sum.Layer.WeightsOffset)}{(sum.Kernel.HasBias ? ", " + RefText.At("destination", sum.Layer.BiasesOffset) : "")}{Rows(sum)});");
                break;
            case UpdateStep update:
                writer.Line($"{update.Kernel.Name}({Ref(update.Inputs)}, {Ref(update.Gradients)}, {RefText.At("parameters", update.Layer.WeightsOffset)}{(update.Kernel.HasBias ? ", " + RefText.At("parameters", update.Layer.BiasesOffset) : "")}, {Ref(update.Result)});");
                break;
            case ActivationStep activation:
                EmitActivation(activation);
                break;
            case ActivationGradientStep gradient:
                EmitActivationGradient(gradient);
                break;
            case LossStep loss:
                writer.Line($"double loss = RowLoss.Evaluate{Labels(targets)}<{Loss}, {T}>({Rows(loss.Predictions)}, {TargetRows(targets)}, {Columns});");
                break;
            case LossGradientStep loss:
                writer.Line(isRow
                    ? $"double loss = RowLoss.Differentiate{Labels(targets)}Row<{Loss}, {T}>({Ref(loss.Predictions)}, ref {targets}, {Ref(loss.Result)}, {Columns}, scale);"
                    : $"double loss = RowLoss.Differentiate{Labels(targets)}<{Loss}, {T}>({Rows(loss.Predictions)}, {TargetRows(targets)}, {Rows(loss.Result)}, {Columns}, scale);");
                break;
        }
    }

    private void EmitProduct(ProductStep step) =>
        writer.Line($"{step.Kernel.Name}({Left(step)}, {Weights(step)}{(step.Kernel.HasBias ? ", " + Biases(step) : "")}{(step.Activated is { } activated ? ", " + Ref(activated) : "")}, {Result(step)}{Rows(step)});");

    public string Left(ProductStep step) => Ref(step.Left);

    public string Result(ProductStep step) => Ref(step.Result);

    public string Result(ActivationStep step) => Ref(step.Result);

    public string Weights(ProductStep step) => step.Packed is { } packed
        ? RefText.At("transposed", packed.Offset)
        : RefText.At("parameters", step.Layer.WeightsOffset);

    public string Biases(ProductStep step) => RefText.At("parameters", step.Layer.BiasesOffset);

    private static string Rows(KernelStep step) => KernelText.TakesRows(step.Kernel) ? ", rows" : "";

    private void EmitActivation(ActivationStep step)
    {
        string alias = step.Activation.Alias;
        writer.Line(step.IsRowWise
            ? $"RowWise.Invoke<{alias}, {T}>({Rows(step.Source)}, {Rows(step.Result)}, {Literal.Of(step.Result.Columns)});"
            : isRow
            ? $"Elementwise.Invoke<{alias}, {T}>({Ref(step.Source)}, {Ref(step.Result)}, {Literal.Of(step.Result.Columns)});"
            : $"Elementwise.Invoke<{alias}, {T}>({Rows(step.Source)}, {Rows(step.Result)});");
    }

    private void EmitActivationGradient(ActivationGradientStep step)
    {
        if (step.Upstream != step.Result)
        {
            writer.Line($"{Rows(step.Upstream)}.CopyTo({Rows(step.Result)});");
        }

        string alias = step.Activation.Alias;
        writer.Line(step.IsRowWise
            ? $"RowWise.Differentiate<{alias}, {T}>({Rows(step.Outputs)}, {Rows(step.Result)}, {Literal.Of(step.Result.Columns)});"
            : isRow
            ? $"Elementwise.MultiplyByDerivative<{alias}, {T}>({Ref(step.Inputs)}, {Ref(step.Outputs)}, {Ref(step.Result)}, {Literal.Of(step.Result.Columns)});"
            : $"Elementwise.MultiplyByDerivative<{alias}, {T}>({Rows(step.Inputs)}, {Rows(step.Outputs)}, {Rows(step.Result)});");
    }

    private static string Ref(BufferSlot buffer) => "ref " + Name(buffer);

    private static string Rows(BufferSlot buffer) => $"Block.Rows(ref {Name(buffer)}, rows, {Literal.Of(buffer.Columns)})";

    /// <summary>The reference to a value, as C#.</summary>
    public static string Name(BufferSlot buffer) => buffer.Kind == BufferKind.Outputs ? "outputs" : buffer.Name;

    private static IEnumerable<BufferSlot> Buffers(Step step) => step switch
    {
        ProductStep product => product.Activated is { } activated ? [product.Left, activated, product.Result] : [product.Left, product.Result],
        OuterSumStep sum => [sum.Inputs, sum.Gradients],
        UpdateStep update => [update.Inputs, update.Gradients, update.Result],
        ActivationStep activation => [activation.Source, activation.Result],
        ActivationGradientStep gradient => [gradient.Upstream, gradient.Result, gradient.Inputs, gradient.Outputs],
        LossStep loss => [loss.Predictions],
        LossGradientStep loss => [loss.Predictions, loss.Result],
        _ => [],
    };

    private string Loss => schedule.Loss.Alias;

    private string Columns => Literal.Of(schedule.Declaration.OutputSize);

    private static string Labels(string targets) => targets == "labels" ? "Labels" : "";

    private string TargetRows(string targets) => $"Block.Rows(ref {targets}, rows, {(targets == "labels" ? "1" : Columns)})";
}
