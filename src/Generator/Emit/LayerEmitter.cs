using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the layers of a single row in line, each as a block of its own. Some of their results are held in vectors.</summary>
/// <param name="writer">Receives the text.</param>
/// <param name="steps">Spells the operands.</param>
/// <param name="names">Names in the text.</param>
/// <param name="family">The version of the kernels.</param>
/// <param name="program">What the layers belong to.</param>
internal sealed class LayerEmitter(SourceWriter writer, StepEmitter steps, Names names, VectorFamily family, ScheduledProgram program)
{
    private readonly Dictionary<BufferSlot, HeldRow> _held = HeldValues.Of(program.Row.Forward, family)
        .ToDictionary(pair => pair.Key, pair => new HeldRow(names.Number.Vector(pair.Value), pair.Key.Name));

    private string T => names.T;

    /// <summary>The values that need no memory.</summary>
    public IReadOnlyCollection<BufferSlot> Held => _held.Keys;

    /// <summary>The variable of a value, or null where it is in memory.</summary>
    public HeldRow? Find(BufferSlot slot) => _held.TryGetValue(slot, out HeldRow? held) ? held : null;

    /// <summary>Holds the single result of the last layer too.</summary>
    public void Hold(BufferSlot result) => _held.Add(result, new HeldRow(names.Number.Vector(1), result.Name));

    /// <summary>Prints a layer.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="wholeActivation">As <see cref="ProductWriter.WholeActivation"/>.</param>
    public void Emit(ProductStep step, (string Method, int Lanes)? wholeActivation = null)
    {
        HeldRow? result = Find(step.Result);
        string remark = $"// {step.Remark} ({step.Kernel.Why}{(result is { Type.IsScalar: false } ? "; a vector holds the result" : "")})";
        if (result is not null)
        {
            writer.Line(remark);
            writer.Line($"{result.Type.Name} {result.Name};");
        }

        using (writer.Block(result is null ? remark : ""))
        {
            DeclareOperands(step);
            EmitBody(step, wholeActivation);
        }
    }

    /// <summary>The operands in memory, by the names that the kernels know.</summary>
    private void DeclareOperands(ProductStep step)
    {
        bool isDot = step.Kernel.Shape.Form == MatMulForm.ProductTransposed;
        if (Find(step.Left) is null)
        {
            writer.Line($"ref {T} {(isDot ? "x" : "xs")} = {steps.Left(step)};");
        }

        writer.Line($"ref {T} weights = {steps.Weights(step)};");
        if (step.Kernel.HasBias)
        {
            writer.Line($"ref {T} biases = {steps.Biases(step)};");
        }

        if (Find(step.Result) is null)
        {
            writer.Line($"ref {T} {(isDot ? "y" : "ys")} = {steps.Result(step)};");
        }
    }

    private void EmitBody(ProductStep step, (string Method, int Lanes)? wholeActivation)
    {
        MatMulTiling tiling = step.Kernel.Of(family);
        if (step.Kernel.Shape.Form == MatMulForm.ProductTransposed)
        {
            new ProductTransposedWriter(writer, step.Kernel, tiling, names.Number) { Inputs = Find(step.Left), Result = Find(step.Result) }.WriteSingleRow();
        }
        else
        {
            new ProductWriter(writer, step.Kernel, tiling, names.Number)
            {
                Inputs = Find(step.Left),
                Result = Find(step.Result),
                WholeActivation = wholeActivation,
            }.WriteBody();
        }
    }
}
