using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>Appends nodes to a graph; shapes are inferred from the ops.</summary>
internal sealed class GraphBuilder
{
    private readonly List<Node> _nodes = [];

    public GraphBuilder(IEnumerable<Node>? start = null) => _nodes.AddRange(start ?? []);

    public int Input(OperandRole role, int columns) => Append(new InputOp(role), columns);

    public int Add(Op op, params int[] operands) => Append(op, ShapeInference.Columns(op, [.. operands.Select(id => _nodes[id])]), operands);

    public NetworkGraph Build() => GraphVerifier.Verify(new NetworkGraph(new EquatableArray<Node>(_nodes)));

    private int Append(Op op, int columns, params int[] operands)
    {
        _nodes.Add(new Node(_nodes.Count, op, new EquatableArray<int>(operands), columns));
        return _nodes.Count - 1;
    }
}
