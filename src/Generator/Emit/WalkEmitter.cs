using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Emit.Lanes;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>
/// Prints what is behind a member: a walk over many rows in blocks, the block, and the single row, which also takes the
/// rows that no block holds.
/// </summary>
internal sealed class WalkEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private string T => names.T;

    public void Emit(ProgramWalk walk)
    {
        EmitWalk(walk);
        if (walk.Program.HasBlocks)
        {
            writer.Line();
            EmitBlock(walk);
        }

        writer.Line();
        EmitRow(walk);
        Lanes(walk)?.Emit(walk);
    }

    /// <summary>What computes the batches of the walk, where that is not the block.</summary>
    private LaneWalkEmitter? Lanes(ProgramWalk walk) =>
        walk.Lanes is { } program ? new LaneWalkEmitter(writer, schedule, names, program) : null;

    private void EmitWalk(ProgramWalk walk)
    {
        string rows = walk.Program.HasBlocks ? $"over blocks of up to {Literal.Of(walk.Program.BlockRows)} rows; the last rows one by one" : "row by row";
        writer.Line($"/// <summary>{walk.Name} {(walk.Lanes is null ? rows : "with one sample per lane, or row by row where the rows fill no vector")}.</summary>");
        writer.Line(KernelText.Optimized);
        string parameters = Declared([.. walk.Rows.Select(row => new Argument(row.Span, row.Name)), .. walk.Others]);
        using (writer.Block($"public static {walk.ReturnType} {walk.Name}(ref {T} parameters, {parameters}, nuint rows)"))
        {
            if (walk.ReturnsLoss)
            {
                writer.Line("double loss = 0;");
            }

            Lanes(walk)?.EmitBranch(walk);
            writer.Line("nuint row = 0;");
            if (walk.Program.HasBlocks)
            {
                using (writer.Block($"if (rows >= {Literal.Of(Tuning.RowMultiple)})"))
                {
                    EmitBlocks(walk);
                }

                writer.Line();
            }

            using (writer.Block("for (; row < rows; row++)"))
            {
                writer.Line($"{Sum(walk)}{walk.Name}Row({Arguments(walk)});");
            }

            if (walk.ReturnsLoss)
            {
                writer.Line();
                writer.Line("return loss;");
            }
        }
    }

    private void EmitBlocks(ProgramWalk walk)
    {
        ScheduledProgram program = walk.Program;
        string passed = "";
        if (program.BlockScratch > 0)
        {
            writer.Line($"using Scratch<{T}> buffer = Scratch<{T}>.Rent({Literal.Of(program.BlockScratch)});");
            writer.Line($"ref {T} scratch = ref {(program.PackedSize == 0 ? "buffer.Start" : $"Unsafe.Add(ref buffer.Start, {Literal.Of(program.PackedSize)})")};");
            passed = ", ref scratch";
        }

        if (program.PackedSize > 0)
        {
            writer.Line($"ref {T} transposed = ref buffer.Start;");
            passed = ", ref transposed, ref scratch";
            new TranspositionEmitter(writer, names).Emit(program);
        }

        writer.Line($"nuint tiled = rows - rows % {Literal.Of(Tuning.RowMultiple)};");
        using (writer.Block($"for (; row < tiled; row += {Literal.Of(program.BlockRows)})"))
        {
            writer.Line($"{Sum(walk)}{walk.Name}Block({Arguments(walk)}{passed}, nuint.Min({Literal.Of(program.BlockRows)}, tiled - row));");
        }

        writer.Line();
        writer.Line("row = tiled;");
    }

    private void EmitBlock(ProgramWalk walk)
    {
        List<Argument> scratch = [];
        if (walk.Program.PackedSize > 0)
        {
            scratch.Add(new Argument($"ref {T}", "transposed"));
        }

        if (walk.Program.BlockScratch > 0)
        {
            scratch.Add(new Argument($"ref {T}", "scratch"));
        }

        IReadOnlyList<Argument> arguments = [.. References(walk), .. scratch, new Argument("nuint", "rows")];
        PartEmitter parts = new(writer, new StepEmitter(writer, schedule, names, isRow: false), walk.Program, isRow: false, walk.Name + "Block", arguments);
        writer.Line(KernelText.Optimized);
        using (writer.Block($"private static {walk.ReturnType} {walk.Name}Block({Declared(arguments)})"))
        {
            EmitSteps(walk, parts);
        }

        parts.EmitMethods();
    }

    /// <summary>Prints the method of a single row.</summary>
    public void EmitRow(ProgramWalk walk)
    {
        if (walk.IsFused)
        {
            new FusedRowEmitter(writer, schedule, names).Emit(walk, Declared(References(walk)));
            return;
        }

        bool isStep = walk.Name == "SgdStep";
        string name = walk.Name + "Row";
        if (isStep && schedule.IsStepHeld)
        {
            if (HeldStep.IsSameAtEveryWidth(walk.Program.Row))
            {
                new HeldStepEmitter(writer, schedule, names, walk).Emit($"public static {walk.ReturnType} {name}({Declared(References(walk))})");
                return;
            }

            EmitHeldStep(walk);
            name += "VectorT";
        }

        IEnumerable<Argument> destination = isStep ? [new Argument($"ref {T}", "destination")] : [];
        IEnumerable<Argument> scratch = walk.Program.RowScratch > 0 ? [new Argument($"ref {T}", "scratch")] : [];
        PartEmitter parts = new(writer, new StepEmitter(writer, schedule, names, isRow: true), walk.Program, isRow: true, name, [.. References(walk), .. destination, .. scratch]);
        writer.Line(KernelText.Optimized);
        using (writer.Block($"public static {walk.ReturnType} {name}({Declared(References(walk))})"))
        {
            if (walk.Program.Seed is { Kind: BufferKind.Scratch } || walk.Program.Row.Inline.Any(StepEmitter.UsesRows))
            {
                writer.Line("const nuint rows = 1;");
            }

            ScratchText.DeclareRow(writer, walk.Program, names.Number);
            if (isStep)
            {
                writer.Line($"ref {T} destination = ref parameters;");
            }

            EmitSteps(walk, parts);
        }

        parts.EmitMethods();
    }

    /// <summary>Prints the step of a tiny network in vectors that not every machine has, and what chooses between it and the other.</summary>
    private void EmitHeldStep(ProgramWalk walk)
    {
        string widest = KernelText.WidestClass(walk.Program.Row.Forward.OfType<ProductStep>().Select(step => step.Kernel), names.Number);
        string passed = string.Join(", ", References(walk).Select(argument => argument.Passed));
        writer.Line(KernelText.Inlined);
        writer.Line($"public static {walk.ReturnType} {walk.Name}Row({Declared(References(walk))}) => {widest}.IsHardwareAccelerated");
        writer.Line($"    ? {walk.Name}Row{widest}({passed})");
        writer.Line($"    : {walk.Name}RowVectorT({passed});");
        writer.Line();
        new HeldStepEmitter(writer, schedule, names, walk).Emit($"private static {walk.ReturnType} {walk.Name}Row{widest}({Declared(References(walk))})");
        writer.Line();
    }

    private void EmitSteps(ProgramWalk walk, PartEmitter parts)
    {
        string targets = walk.Rows[1].Name;
        parts.DeclareSlots();
        parts.Forward(targets);
        if (walk.Program.Seed is { Kind: BufferKind.Scratch } seed)
        {
            writer.Line();
            writer.Line($"Block.Rows(ref {targets}, rows, {Literal.Of(seed.Columns)}).CopyTo(Block.Rows(ref {seed.Name}, rows, {Literal.Of(seed.Columns)}));");
        }

        parts.Backward(targets, isOptional: walk.Name == "VectorJacobianProduct");
        if (walk.ReturnsLoss)
        {
            writer.Line();
            writer.Line("return loss;");
        }
    }

    private static string Sum(ProgramWalk walk) => walk.ReturnsLoss ? "loss += " : "";

    private static string Declared(IEnumerable<Argument> arguments) => string.Join(", ", arguments.Select(argument => $"{argument.Type} {argument.Name}"));

    /// <summary>The parameters of a block or a row.</summary>
    private IEnumerable<Argument> References(ProgramWalk walk) =>
        [new Argument($"ref {T}", "parameters"), .. walk.Rows.Select(row => new Argument($"ref {row.Element}", row.Name)), .. walk.Others];

    /// <summary>The arguments of a block or a row that starts at <c>row</c>.</summary>
    private static string Arguments(ProgramWalk walk) => "ref parameters, " + string.Join(
        ", ",
        walk.Rows.Select(At).Concat(walk.Others.Select(other => other.Passed)));

    private static string At(RowArgument row) =>
        $"ref Unsafe.Add(ref MemoryMarshal.GetReference({row.Name}), {(row.Columns == 1 ? "row" : $"row * {Literal.Of(row.Columns)}")})";
}
