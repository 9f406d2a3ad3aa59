using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>Nodes in an order in which each one follows its operands. The last node is the result.</summary>
internal sealed record NetworkGraph(EquatableArray<Node> Nodes)
{
    public Node Result => Nodes[Nodes.Count - 1];

    /// <summary>The node with the given id; ids are dense and equal to the position.</summary>
    public Node this[int id] => Nodes[id];

    public IEnumerable<Node> Users(int id) => Nodes.Where(node => node.Operands.Contains(id));

    /// <summary>The text form: one node a line, as shown in bug reports and in the remarks of generated code.</summary>
    public override string ToString() => string.Join("\n", Nodes);
}
