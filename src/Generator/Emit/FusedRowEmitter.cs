using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints a small network's single row as one method per version, with the kernels of the layers in line.</summary>
internal sealed class FusedRowEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private string T => names.T;

    public void Emit(ProgramWalk walk, string declared)
    {
        IReadOnlyList<MatMulKernel> kernels = [.. walk.Program.Row.All.OfType<KernelStep>().Select(step => step.Kernel)];
        if (kernels.All(kernel => kernel.IsSameAtEveryWidth))
        {
            EmitVersion(walk, $"public static void {walk.Name}Row({declared})", VectorFamily.Wide);
            return;
        }

        string widest = KernelText.WidestClass(kernels, names.Number);
        string passed = "ref parameters, " + string.Join(", ", walk.Rows.Select(row => "ref " + row.Name));
        writer.Line(KernelText.Inlined);
        using (writer.Block($"public static void {walk.Name}Row({declared})"))
        {
            using (writer.Block($"if ({widest}.IsHardwareAccelerated)"))
            {
                writer.Line($"{walk.Name}Row{widest}({passed});");
            }

            using (writer.Block("else"))
            {
                writer.Line($"{walk.Name}RowVectorT({passed});");
            }
        }

        writer.Line();
        EmitVersion(walk, $"private static void {walk.Name}Row{widest}({declared})", VectorFamily.Wide);
        writer.Line();
        EmitVersion(walk, $"private static void {walk.Name}RowVectorT({declared})", VectorFamily.Portable);
        foreach (ActivationSpec activation in walk.Program.Row.Forward.OfType<ActivationStep>().Where(step => step.WideColumns is not null).Select(step => step.Activation).Distinct())
        {
            EmitWhole(activation);
        }
    }

    /// <summary>
    /// An activation over memory of the network's own: the JIT takes a third of the time that it takes for a walk over any length.
    /// </summary>
    private void EmitWhole(ActivationSpec activation)
    {
        VectorType type = names.Number.Vector(schedule.WidestLanes);
        writer.Line();
        writer.Line($"/// <summary>a = {activation.Name}(z) in place, over whole vectors.</summary>");
        writer.Line(KernelText.Optimized);
        using (writer.Block($"private static void {Whole(activation)}(ref {T} values, nuint length)"))
        using (writer.Block($"for (nuint i = 0; i < length; i += {Literal.Of(type.Lanes)})"))
        {
            writer.Line(type.Store(KernelText.Activate(activation, type, type.Load("values", "i")), "values", "i"));
        }
    }

    private static string Whole(ActivationSpec activation) => activation.Alias + "Vector512";

    private void EmitVersion(ProgramWalk walk, string header, VectorFamily family)
    {
        StepEmitter steps = new(writer, schedule, names, isRow: true);
        LayerEmitter layers = new(writer, steps, names, family, walk.Program);
        writer.Line(schedule.IsForwardInline ? KernelText.Inlined : KernelText.Optimized);
        using (writer.Block(header))
        {
            if (walk.Program.Row.All.Any(step => step is not KernelStep && StepEmitter.UsesRows(step) && WholeColumns(step, family) is null))
            {
                writer.Line("const nuint rows = 1;");
            }

            steps.DeclareRow(walk.Program, layers.Held);
            foreach (Step step in walk.Program.Row.Forward)
            {
                switch (step)
                {
                    case ProductStep product:
                        writer.Line();
                        bool takesLoop = family == VectorFamily.Wide && TakesLoop(walk.Program, product, schedule.WidestLanes);
                        layers.Emit(product, takesLoop ? (Whole(product.Kernel.Epilogue!), schedule.WidestLanes) : null);
                        break;
                    case ActivationStep activation when WholeColumns(activation, family) is { } columns:
                        writer.Line();
                        writer.Line($"// {activation.Remark}");
                        writer.Line($"{Whole(activation.Activation)}({steps.Result(activation)}, {Literal.Of(columns)});");
                        break;
                    default:
                        steps.Emit([step], "");
                        break;
                }
            }
        }
    }

    /// <summary>The elements of the whole vectors that an activation is applied to in this version, or null where it is not.</summary>
    private static int? WholeColumns(Step step, VectorFamily family) => family == VectorFamily.Wide ? (step as ActivationStep)?.WideColumns : null;

    /// <summary>
    /// Whether an activation of less than a vector goes through the loop over whole vectors that the row has anyway: where it is in
    /// registers elsewhere too, or in many layers. Each copy, and each width that is new, takes the JIT a millisecond; the call takes
    /// 3 ns. The inputs of the layer, which nobody needs any more, are the memory for it.
    /// </summary>
    private static bool TakesLoop(ScheduledProgram program, ProductStep step, int lanes)
    {
        if (step.Kernel is not { Epilogue: { } activation, IsEpilogueRowWise: false }
            || step.Left is not { Kind: BufferKind.Scratch } left || left.Columns < lanes)
        {
            return false;
        }

        int loops = program.Row.Forward.OfType<ActivationStep>().Count(other => other.WideColumns is not null && other.Activation == activation);
        int copies = program.Row.Forward.OfType<ProductStep>().Count(other => other.Kernel.Epilogue == activation);
        return loops > 0 && (copies > 1 || loops + copies > Tuning.FusedBesideLoop);
    }
}
