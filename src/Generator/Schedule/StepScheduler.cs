using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule;

/// <summary>Turns the nodes of one program into steps. Activations are fused into the layer before them where that pays.</summary>
internal sealed class StepScheduler(
    ComputeProgram program, NetworkOptions options, KernelChooser chooser, List<PackedWeights> packed, bool isSingle, bool isOnline = false)
{
    private readonly Dictionary<int, bool> _isFused = [];

    private readonly bool _fitActivations = FitActivations(program, options, chooser.WidestLanes);

    private readonly bool _preferLoops = PreferLoops(program, options, chooser.WidestLanes);

    public EquatableArray<Step> Schedule(IEnumerable<Node> nodes) => new(nodes.Select(StepOf).OfType<Step>());

    private Step? StepOf(Node node) => node.Op switch
    {
        DenseOp dense => Dense(node, dense),
        ActivationOp when IsFused(node) => null,
        ActivationOp activation => Activate(node, activation),
        LossOp loss => new LossStep($"loss: {loss.Loss.Name}", program.BufferOf(node.Operands[0])),
        LossGradientOp loss => new LossGradientStep($"∂loss: {loss.Loss.Name}", program.BufferOf(node.Operands[0]), program.BufferOf(node)),
        ActivationGradientOp when IsDerivativeFused(node) => null,
        ActivationGradientOp gradient => Differentiate(node, gradient),
        DenseInputGradientOp gradient when isOnline => Update(node, gradient),
        DenseParameterGradientOp { Layer.Index: > 0 } when isOnline => null,
        DenseInputGradientOp gradient => InputGradient(node, gradient),
        DenseParameterGradientOp gradient => ParameterGradient(node, gradient),
        _ => null,
    };

    private ProductStep Dense(Node node, DenseOp op)
    {
        Node? activation = program.Graph.Users(node.Id).FirstOrDefault(IsFused);
        ActivationSpec? epilogue = (activation?.Op as ActivationOp)?.Activation;
        string remark = $"layer {op.Layer.Index}: {op.Layer.Inputs} → {op.Layer.Outputs}{(epilogue is null ? "" : ", " + epilogue.Name)}";
        return new ProductStep(remark, Forward(op.Layer, epilogue), op.Layer, null, program.BufferOf(node.Operands[0]), program.BufferOf(node));
    }

    private MatMulKernel Forward(DenseLayer layer, ActivationSpec? epilogue) => chooser.Forward(
        layer,
        epilogue,
        isSingle,
        isPadded: isSingle && IsHidden(layer),
        epilogue is not null && IsRowWise(epilogue),
        program.Graph.Nodes.Any(node => node.Op is ActivationOp op && op.Layer == layer.Index && IsWalkedWhole(node, op)));

    private bool IsHidden(DenseLayer layer) =>
        program.Graph.Nodes.Select(node => node.Op).OfType<DenseOp>().Any(op => op.Layer.Index > layer.Index);

    private ActivationStep Activate(Node node, ActivationOp op) =>
        new($"layer {op.Layer}: {op.Activation.Name}", op.Activation, IsRowWise(op.Activation), program.BufferOf(node.Operands[0]), program.BufferOf(node))
        {
            WideColumns = IsWalkedWhole(node, op) ? chooser.InWholeVectors(program.BufferOf(node).Columns) : null,
        };

    /// <summary>
    /// A hidden layer of a single row that fills a vector: memory of the network's own follows, so that all vectors may be whole.
    /// Shorter values have no more memory than they need.
    /// </summary>
    private bool IsWalkedWhole(Node node, ActivationOp op) => isSingle
        && program.BufferOf(node) is { Kind: BufferKind.Scratch } result
        && result.Columns >= chooser.WidestLanes
        && result == program.BufferOf(node.Operands[0])
        && ActivationFacts.Of(op.Activation, options) is { IsCheap: false, IsRowWise: false };

    private ActivationGradientStep Differentiate(Node node, ActivationGradientOp op)
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

    private ProductStep InputGradient(Node node, DenseInputGradientOp op)
    {
        PackedWeights? weights = packed.Find(candidate => candidate.Layer == op.Layer);
        if (program.Graph.Users(node.Id).FirstOrDefault(IsDerivativeFused) is { Op: ActivationGradientOp derivative } user)
        {
            string remark = $"layer {op.Layer.Index}: gradient of its inputs, times the derivative of {derivative.Activation.Name}";
            return new ProductStep(remark, chooser.InputGradientWithDerivative(op.Layer, derivative.Activation)!, op.Layer, weights, program.BufferOf(node.Operands[0]), program.BufferOf(user))
            {
                Activated = program.BufferOf(user.Operands[1]),
            };
        }

        MatMulKernel kernel = chooser.InputGradient(op.Layer, isSingle, weights is not null);
        return new ProductStep($"layer {op.Layer.Index}: gradient of its inputs", kernel, op.Layer, weights, program.BufferOf(node.Operands[0]), program.BufferOf(node));
    }

    private UpdateStep Update(Node node, DenseInputGradientOp op)
    {
        Node parameters = program.Graph.Nodes.Single(other => other.Op is DenseParameterGradientOp gradient && gradient.Layer == op.Layer);
        Node? derivative = program.Graph.Users(node.Id).FirstOrDefault(IsDerivativeFused);
        ActivationSpec? activation = (derivative?.Op as ActivationGradientOp)?.Activation;
        return new UpdateStep(
            $"layer {op.Layer.Index}: gradient of its inputs{(activation is null ? "" : $", times the derivative of {activation.Name},")} and step of its parameters",
            chooser.Step(op.Layer, activation),
            op.Layer,
            program.BufferOf(parameters.Operands[0]),
            program.BufferOf(node.Operands[0]),
            program.BufferOf(derivative ?? node));
    }

    private OuterSumStep ParameterGradient(Node node, DenseParameterGradientOp op) =>
        new($"layer {op.Layer.Index}: gradient of its parameters", chooser.ParameterGradient(op.Layer, isSingle), op.Layer, program.BufferOf(node.Operands[0]), program.BufferOf(node.Operands[1]));

    /// <summary>What <see cref="Fuses"/> says, decided once for a node.</summary>
    private bool IsFused(Node node)
    {
        if (!_isFused.TryGetValue(node.Id, out bool isFused))
        {
            _isFused.Add(node.Id, isFused = Fuses(node));
        }

        return isFused;
    }

    /// <summary>
    /// An activation is fused where it takes the memory of the pre-activation, which nobody else reads, and is a few
    /// instructions, or is applied to a few vectors of a single row.
    /// </summary>
    private bool Fuses(Node node)
    {
        if (node.Op is not ActivationOp { Activation: var activation } op
            || program.BufferOf(node) != program.BufferOf(node.Operands[0])
            || program.Graph.Users(node.Operands[0]).Count() > 1
            || program.Graph[node.Operands[0]].Op is not DenseOp dense)
        {
            return false;
        }

        ActivationFacts facts = ActivationFacts.Of(activation, options);
        if (facts.IsCheap || !isSingle)
        {
            return facts.IsCheap;
        }

        MatMulKernel kernel = Forward(dense.Layer, activation);
        return facts.IsRowWise
            ? facts.IsOfExponentials && kernel.Shape.Form == MatMulForm.Product && MatMulKernel.IsSingleVector(kernel.Wide)
            : kernel.ResultVectors <= Tuning.FusedActivationVectors && _fitActivations && !(_preferLoops && IsWalkedWhole(node, op));
    }

    /// <summary>Whether the method of a single row holds the activations of all layers that are at most a vector long.</summary>
    private static bool FitActivations(ComputeProgram program, NetworkOptions options, int lanes) =>
        LongActivations(program, options).Where(node => node.Columns <= lanes).Sum(node => FactsOf(node, options).IsLong ? 2 : 1) <= Tuning.FusedActivations;

    /// <summary>Whether longer layers have a loop for an activation, and there are so many that those of a vector take it too.</summary>
    private static bool PreferLoops(ComputeProgram program, NetworkOptions options, int lanes) =>
        LongActivations(program, options).Any(node => node.Columns > lanes) && LongActivations(program, options).Count() > Tuning.FusedBesideLoop;

    /// <summary>The activations of elements that are more than a few instructions.</summary>
    private static IEnumerable<Node> LongActivations(ComputeProgram program, NetworkOptions options) =>
        program.Graph.Nodes.Where(node => node.Op is ActivationOp && FactsOf(node, options) is { IsCheap: false, IsRowWise: false });

    private static ActivationFacts FactsOf(Node node, NetworkOptions options) => ActivationFacts.Of(((ActivationOp)node.Op).Activation, options);

    /// <summary>
    /// A derivative is fused into the tiles of the gradient that it scales, where it is computed from outputs alone, and into the
    /// step of a row where it is a few instructions, or is applied to few outputs.
    /// </summary>
    private bool IsDerivativeFused(Node node) =>
        node.Op is ActivationGradientOp { Needs: DerivativeOperands.Output } gradient
        && !IsRowWise(gradient.Activation)
        && program.Graph[node.Operands[0]].Op is DenseInputGradientOp { Layer: var layer }
        && program.BufferOf(node) == program.BufferOf(node.Operands[0])
        && (isOnline
            ? ActivationFacts.Of(gradient.Activation, options).IsCheap || (!gradient.Activation.IsOwn && node.Columns <= chooser.WidestLanes)
            : packed.Exists(candidate => candidate.Layer == layer) && chooser.InputGradientWithDerivative(layer, gradient.Activation) is not null);

    private bool IsRowWise(ActivationSpec activation) => ActivationFacts.Of(activation, options).IsRowWise;
}
