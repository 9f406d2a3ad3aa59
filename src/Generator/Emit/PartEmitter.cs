using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the steps of a method: in it, or as calls of methods of their own where it would be too long to be optimised.</summary>
/// <param name="writer">Receives the text.</param>
/// <param name="steps">Prints single steps.</param>
/// <param name="program">What the steps belong to.</param>
/// <param name="isRow">Whether the method is for a single row.</param>
/// <param name="method">The name of the method.</param>
/// <param name="arguments">What the methods of the parts are passed, each with its type.</param>
internal sealed class PartEmitter(SourceWriter writer, StepEmitter steps, ScheduledProgram program, bool isRow, string method, IReadOnlyList<Argument> arguments)
{
    private readonly List<(StepPart Part, string Targets, bool IsOptional)> _separate = [];

    private StepList List => isRow ? program.Row : program.Block;

    /// <summary>Declares what the steps in the method itself use.</summary>
    public void DeclareSlots() => steps.DeclareSlots(List.Inline, program.Seed);

    public void Forward(string targets) => Emit(List.ForwardParts, targets, isOptional: false);

    /// <summary>Prints the steps; <paramref name="isOptional"/> guards what the caller may have asked to skip.</summary>
    public void Backward(string targets, bool isOptional = false) => Emit(List.BackwardParts, targets, isOptional);

    /// <summary>Prints the methods of the parts that were called.</summary>
    public void EmitMethods()
    {
        foreach ((StepPart part, string targets, bool isOptional) in _separate)
        {
            writer.Line();
            writer.Line(KernelText.Optimized);
            using (writer.Block($"private static void {method}{part.Name}({string.Join(", ", arguments.Select(argument => $"{argument.Type} {argument.Name}"))})"))
            {
                if (isRow && part.Steps.Any(StepEmitter.UsesRows))
                {
                    writer.Line("const nuint rows = 1;");
                }

                steps.DeclareSlots(part.Steps, null);
                steps.Emit(part.Steps, targets, isOptional);
            }
        }
    }

    private void Emit(IReadOnlyList<StepPart> parts, string targets, bool isOptional)
    {
        foreach (StepPart part in parts)
        {
            if (!part.IsSeparate)
            {
                steps.Emit(part.Steps, targets, isOptional);
                continue;
            }

            writer.Line();
            writer.Line($"{method}{part.Name}({string.Join(", ", arguments.Select(argument => argument.Passed))});");
            _separate.Add((part, targets, isOptional));
        }
    }
}
