using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Gives every value its memory. Activations and their gradients are computed in place where nobody else reads the
/// operand; what is left shares scratch by a linear scan over live ranges.
/// </summary>
internal sealed class BufferPlanning
{
    /// <summary>
    /// Elements that the values of a single row are rounded up to, so that a kernel may store their last elements as part of a
    /// whole vector.
    /// </summary>
    private const int RowAlignment = 16;

    private readonly NetworkGraph _graph;
    private readonly ProgramKind _kind;
    private readonly int[] _home;
    private readonly ScratchAllocator _block = new(1);
    private readonly ScratchAllocator _row = new(RowAlignment);

    private BufferPlanning(NetworkGraph graph, ProgramKind kind)
    {
        _graph = graph;
        _kind = kind;
        _home = [.. graph.Nodes.Select(HomeOf)];
    }

    public static ComputeProgram Apply(NetworkGraph graph, ProgramKind kind) => new BufferPlanning(graph, kind).Run();

    private ComputeProgram Run()
    {
        BufferSlot?[] slots = new BufferSlot?[_graph.Nodes.Count];
        foreach (Node node in _graph.Nodes)
        {
            _block.ReleaseBefore(node.Id);
            _row.ReleaseBefore(node.Id);
            int home = _home[node.Id];
            slots[home] ??= Place(home, node.Id);
            slots[node.Id] = slots[home];
        }

        return new ComputeProgram(_graph, new EquatableArray<BufferSlot>(slots.Select(slot => slot!)), _block.Size, _row.Size);
    }

    /// <summary>The node whose memory a node shares: that of its operand where it can be computed in place.</summary>
    private int HomeOf(Node node)
    {
        bool isInPlace = node.Op is ActivationOp or ActivationGradientOp
            && _graph.Users(node.Operands[0]).Count() == 1
            && _graph[node.Operands[0]].Op is not InputOp;
        return isInPlace ? node.Operands[0] : node.Id;
    }

    private BufferSlot Place(int home, int firstUse)
    {
        int columns = _graph[home].Columns;
        BufferKind kind = KindOf(home);
        if (kind != BufferKind.Scratch)
        {
            return new BufferSlot(NameOf(home), kind, 0, 0, columns);
        }

        int lastUse = LastUse(home);
        return new BufferSlot(NameOf(home), kind, _block.Allocate(columns, firstUse, lastUse), _row.Allocate(columns, firstUse, lastUse), columns);
    }

    /// <summary>a for the outputs of a layer, z for pre-activations, delta for gradients of a layer's outputs or pre-activations.</summary>
    private string NameOf(int home)
    {
        bool isActivated = _graph.Nodes.Any(node => node.Op is ActivationOp && _home[node.Id] == home);
        return _graph[home].Op switch
        {
            DenseOp dense => (isActivated ? "a" : "z") + dense.Layer.Index,
            ActivationOp activation => "a" + activation.Layer,
            ActivationGradientOp gradient => "delta" + gradient.Layer,
            DenseInputGradientOp gradient when gradient.Layer.Index > 0 => "delta" + (gradient.Layer.Index - 1),
            LossGradientOp => "delta" + _graph.Nodes.Select(node => node.Op).OfType<DenseOp>().Max(op => op.Layer.Index),
            InputOp when KindOf(home) == BufferKind.Scratch => "upstream",
            InputOp input => char.ToLowerInvariant(input.Role.ToString()[0]) + input.Role.ToString().Substring(1),
            _ => "inputGradients",
        };
    }

    private BufferKind KindOf(int home) => _graph[home].Op switch
    {
        InputOp { Role: OperandRole.Inputs } => BufferKind.Inputs,
        InputOp { Role: OperandRole.Targets } => BufferKind.Targets,
        InputOp when _kind == ProgramKind.VectorJacobianProduct && IsScaled(home) => BufferKind.OutputGradients,
        DenseParameterGradientOp or LossOp => BufferKind.None,
        DenseInputGradientOp { Layer.Index: 0 } => BufferKind.InputGradients,
        _ when _kind == ProgramKind.Inference && _home[_graph.Result.Id] == home => BufferKind.Outputs,
        _ => BufferKind.Scratch,
    };

    /// <summary>
    /// Whether a derivative is applied to an output gradient before a kernel reads it. Otherwise it is copied, as kernels read
    /// whole vectors, which may reach past the caller's memory.
    /// </summary>
    private bool IsScaled(int home) => _graph.Users(home).All(user => user.Op is ActivationGradientOp);

    private int LastUse(int home)
    {
        bool isForward = _graph[home].Op is DenseOp or ActivationOp or InputOp;
        if (_kind == ProgramKind.Jacobian && isForward)
        {
            return _graph.Nodes.Count;
        }

        return _graph.Nodes.Where(node => _home[node.Id] == home || node.Operands.Any(operand => _home[operand] == home)).Max(node => node.Id);
    }
}
