using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule;

/// <summary>Turns one program into steps. Cheap activations are fused into the layer before them.</summary>
internal sealed class ProgramScheduler(NetworkOptions options)
{
    private readonly KernelChooser _chooser = new(options.Precision);
    private readonly SortedDictionary<string, MatMulKernel> _kernels = new(StringComparer.Ordinal);

    public EquatableArray<MatMulKernel> Kernels => new(_kernels.Values);

    public ScheduledProgram Schedule(ComputeProgram program)
    {
        IEnumerable<Node> forward = program.Graph.Nodes.Where(node => node.Op is DenseOp or ActivationOp);
        IEnumerable<Node> backward = program.Graph.Nodes.Where(node => node.Op is not (DenseOp or ActivationOp));
        Node? seed = program.Graph.Nodes.FirstOrDefault(node => node.Op is InputOp { Role: OperandRole.OutputGradients });
        return new ScheduledProgram(
            Steps(program, forward),
            Steps(program, backward),
            seed is null ? null : program.BufferOf(seed),
            program.ScratchPerRow,
            BlockRows(program.ScratchPerRow));
    }

    private EquatableArray<Step> Steps(ComputeProgram program, IEnumerable<Node> nodes) =>
        new(nodes.Select(node => StepOf(program, node)).OfType<Step>());

    private Step? StepOf(ComputeProgram program, Node node) => node.Op switch
    {
        DenseOp dense => Dense(program, node, dense),
        ActivationOp when IsFused(program, node) => null,
        ActivationOp activation => Activate(program, node, activation),
        LossOp loss => new LossStep($"loss: {loss.Loss.Name}", program.BufferOf(node.Operands[0])),
        LossGradientOp loss => new LossGradientStep($"∂loss: {loss.Loss.Name}", program.BufferOf(node.Operands[0]), program.BufferOf(node)),
        ActivationGradientOp gradient => Differentiate(program, node, gradient),
        DenseInputGradientOp gradient => InputGradient(program, node, gradient),
        DenseParameterGradientOp gradient => ParameterGradient(program, node, gradient),
        _ => null,
    };

    private ProductStep Dense(ComputeProgram program, Node node, DenseOp op)
    {
        Node? activation = program.Graph.Users(node.Id).FirstOrDefault(user => IsFused(program, user));
        ActivationSpec? epilogue = (activation?.Op as ActivationOp)?.Activation;
        string remark = $"layer {op.Layer.Index}: {op.Layer.Inputs} → {op.Layer.Outputs}{(epilogue is null ? "" : ", " + epilogue.Name)}";
        return new ProductStep(remark, Use(_chooser.Forward(op.Layer, epilogue)), op.Layer, program.BufferOf(node.Operands[0]), program.BufferOf(node));
    }

    private ActivationStep Activate(ComputeProgram program, Node node, ActivationOp op) =>
        new($"layer {op.Layer}: {op.Activation.Name}", op.Activation, IsRowWise(op.Activation), program.BufferOf(node.Operands[0]), program.BufferOf(node));

    private ActivationGradientStep Differentiate(ComputeProgram program, Node node, ActivationGradientOp op)
    {
        BufferSlot first = program.BufferOf(node.Operands[1]);
        BufferSlot last = program.BufferOf(node.Operands[node.Operands.Count - 1]);
        return new ActivationGradientStep(
            $"layer {op.Layer}: derivative of {op.Activation.Name}",
            op.Activation,
            IsRowWise(op.Activation),
            program.BufferOf(node.Operands[0]),
            program.BufferOf(node),
            first,
            last);
    }

    private ProductStep InputGradient(ComputeProgram program, Node node, DenseInputGradientOp op) =>
        new($"layer {op.Layer.Index}: gradient of its inputs", Use(_chooser.InputGradient(op.Layer)), op.Layer, program.BufferOf(node.Operands[0]), program.BufferOf(node));

    private OuterSumStep ParameterGradient(ComputeProgram program, Node node, DenseParameterGradientOp op) =>
        new($"layer {op.Layer.Index}: gradient of its parameters", Use(_chooser.ParameterGradient(op.Layer)), op.Layer, program.BufferOf(node.Operands[0]), program.BufferOf(node.Operands[1]));

    /// <summary>An activation is fused where it is cheap and takes the memory of the pre-activation, which nobody else reads.</summary>
    private bool IsFused(ComputeProgram program, Node node) =>
        node.Op is ActivationOp activation
        && ActivationFacts.Of(activation.Activation, options).IsCheap
        && program.BufferOf(node) == program.BufferOf(node.Operands[0])
        && program.Graph.Users(node.Operands[0]).Count() == 1;

    private bool IsRowWise(ActivationSpec activation) => ActivationFacts.Of(activation, options).IsRowWise;

    private MatMulKernel Use(MatMulKernel kernel)
    {
        _kernels[kernel.Name] = kernel;
        return kernel;
    }

    private int BlockRows(int scratchPerRow)
    {
        int bytes = Math.Max(1, scratchPerRow) * Target.Of(VectorFamily.Wide, options.Precision).ElementBytes;
        int rows = Math.Min(Tuning.MaximumBlockRows, Tuning.ScratchBytes / bytes);
        return rows >= Tuning.WideTileRows ? rows - (rows % Tuning.WideTileRows) : Math.Max(1, rows);
    }
}
