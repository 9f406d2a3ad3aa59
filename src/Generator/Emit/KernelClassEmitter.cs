using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the file-scoped class with the block loops of the members and the kernels that they call.</summary>
internal sealed class KernelClassEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    public void Emit()
    {
        writer.Line("/// <summary>What the members compute once their arguments are checked.</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (string line in schedule.GraphText.Split('\n'))
        {
            writer.Line("/// " + line.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"));
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
        writer.Line(Names.GeneratedCode);
        if (schedule.Declaration.AllowsUnsafe)
        {
            writer.Line("[SkipLocalsInit]");
        }

        using (writer.Block($"file static class {names.Kernels}"))
        {
            new ProgramEmitter(writer, schedule, names).Emit();
            foreach (MatMulKernel kernel in schedule.Kernels)
            {
                writer.Line();
                EmitKernel(kernel);
            }
        }
    }

    private void EmitKernel(MatMulKernel kernel)
    {
        writer.Line($"/// <summary>{kernel.Formula}.</summary>");
        writer.Line($"/// <remarks>{Capitalized(kernel.Why)}.</remarks>");
        if (kernel.IsSameAtEveryWidth)
        {
            EmitVersion(kernel, kernel.Wide);
            return;
        }

        EmitDispatch(kernel);
        foreach (MatMulTiling tiling in new[] { kernel.Wide, kernel.Portable })
        {
            writer.Line();
            EmitVersion(kernel, tiling);
        }
    }

    private void EmitDispatch(MatMulKernel kernel)
    {
        string passed = KernelText.Arguments(kernel);
        writer.Line(KernelText.Inlined);
        using (writer.Block($"private static void {kernel.Name}({KernelText.Parameters(kernel, names.T)})"))
        {
            using (writer.Block($"if ({KernelText.WidestClass([kernel], names.Number)}.IsHardwareAccelerated)"))
            {
                writer.Line($"{kernel.Name}{KernelText.Suffix(kernel, kernel.Wide, names.Number)}({passed});");
            }

            using (writer.Block("else"))
            {
                writer.Line($"{kernel.Name}{KernelText.Suffix(kernel, kernel.Portable, names.Number)}({passed});");
            }
        }
    }

    private void EmitVersion(MatMulKernel kernel, MatMulTiling tiling)
    {
        switch (kernel.Shape.Form)
        {
            case MatMulForm.Product:
                new ProductWriter(writer, kernel, tiling, names.Number).Write();
                break;
            case MatMulForm.ProductTransposed when tiling.Rows > 1:
                new DotTileWriter(writer, kernel, tiling, names.Number).Write();
                break;
            case MatMulForm.ProductTransposed:
                new ProductTransposedWriter(writer, kernel, tiling, names.Number).Write();
                break;
            case MatMulForm.Step:
                new StepWriter(writer, kernel, tiling, names.Number).Write();
                break;
            case MatMulForm.OuterSum when kernel.Rows == KernelRows.Single:
                new OuterRowWriter(writer, kernel, tiling, names.Number).Write();
                break;
            default:
                new OuterSumWriter(writer, kernel, tiling, names.Number).Write();
                break;
        }
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
