using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule;

/// <summary>Turns programs into steps, and collects the kernels that they call.</summary>
/// <param name="options">The options of the network.</param>
/// <param name="layers">Its layers.</param>
internal sealed class ProgramScheduler(NetworkOptions options, IReadOnlyList<DenseLayer> layers)
{
    private readonly SortedDictionary<string, MatMulKernel> _kernels = new(StringComparer.Ordinal);

    private readonly KernelChooser _chooser = new(options.Precision, layers);

    public EquatableArray<MatMulKernel> Kernels => new(_kernels.Values);

    /// <summary>A program for single rows and for blocks.</summary>
    public ScheduledProgram Schedule(ComputeProgram program)
    {
        List<PackedWeights> packed = Packed(program);
        StepList block = Steps(program, packed, isSingle: false);
        return Rows(program) with
        {
            Block = block,
            ScratchPerRow = program.ScratchPerRow,
            BlockRows = BlockRows(program, block),
            Packed = new EquatableArray<PackedWeights>(packed),
        };
    }

    /// <summary>A program for single rows only.</summary>
    public ScheduledProgram Rows(ComputeProgram program)
    {
        Node? seed = program.Graph.Nodes.FirstOrDefault(node => node.Op is InputOp { Role: OperandRole.OutputGradients });
        StepList none = new(EquatableArray<Step>.Empty, EquatableArray<Step>.Empty);
        return new ScheduledProgram(
            Steps(program, [], isSingle: true),
            none,
            seed is null ? null : program.BufferOf(seed),
            program.RowScratch,
            0,
            1,
            EquatableArray<PackedWeights>.Empty);
    }

    /// <summary>A step of gradient descent on a single row, as a program for single rows only.</summary>
    public ScheduledProgram Online(ComputeProgram program) => Rows(program) with { Row = Steps(program, [], isSingle: true, isOnline: true) };

    private StepList Steps(ComputeProgram program, List<PackedWeights> packed, bool isSingle, bool isOnline = false)
    {
        StepScheduler steps = new(program, options, _chooser, packed, isSingle, isOnline);
        IEnumerable<Node> forward = program.Graph.Nodes.Where(node => node.Op is DenseOp or ActivationOp);
        IEnumerable<Node> backward = program.Graph.Nodes.Where(node => node.Op is not (DenseOp or ActivationOp));
        StepList list = new(steps.Schedule(forward), steps.Schedule(backward));
        bool isInLine = isOnline && HeldStep.Fits(list) && HeldStep.IsSameAtEveryWidth(list);
        foreach (MatMulKernel kernel in list.All.OfType<KernelStep>().Where(_ => !isInLine).Select(step => step.Kernel))
        {
            _kernels[kernel.Name] = kernel;
        }

        return list;
    }

    /// <summary>The first layer's input gradient is optional, so its weights are not transposed in advance.</summary>
    private static List<PackedWeights> Packed(ComputeProgram program)
    {
        List<PackedWeights> packed = [];
        int offset = 0;
        foreach (DenseInputGradientOp op in program.Graph.Nodes.Select(node => node.Op).OfType<DenseInputGradientOp>())
        {
            if (op.Layer.Index > 0 && KernelChooser.IsPacked(op.Layer))
            {
                packed.Add(new PackedWeights(op.Layer, offset));
                offset += op.Layer.WeightCount;
            }
        }

        return packed;
    }

    /// <summary>
    /// Rows whose scratch is bounded. A block adds to the whole gradient, reads all weights and may copy them, so that blocks are larger where
    /// the nearest cache does not hold a gradient, the second-level cache the weights, or these are copied; their scratch may then be as large
    /// as these themselves.
    /// </summary>
    private int BlockRows(ComputeProgram program, StepList block)
    {
        int elementBytes = Target.Of(VectorFamily.Wide, options.Precision).ElementBytes;
        int gradient = program.Graph.Nodes.Select(node => node.Op).OfType<DenseParameterGradientOp>().Sum(op => op.Layer.WeightCount);
        bool areCopied = block.All.OfType<ProductStep>().Any(step => step.Kernel.Portable.CopiedRows > 0);
        bool isLarge = gradient >= Tuning.LargeGradient || areCopied || layers.Sum(layer => (long)layer.WeightCount) * elementBytes >= Tuning.LargeWeightBytes;
        int limit = isLarge ? Tuning.LargeBlockRows : Tuning.MaximumBlockRows;
        int scratch = isLarge ? Math.Max(Tuning.ScratchBytes / elementBytes, Math.Max(layers.Sum(layer => layer.WeightCount), gradient)) : Tuning.ScratchBytes / elementBytes;
        int rows = Math.Min(limit, scratch / Math.Max(1, program.ScratchPerRow));
        return Math.Max(Tuning.RowMultiple, rows - (rows % Tuning.RowMultiple));
    }
}
