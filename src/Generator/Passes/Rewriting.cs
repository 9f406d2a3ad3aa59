using NetGen.Generator.Graph;

namespace NetGen.Generator.Passes;

/// <summary>Copies of graphs with nodes left out.</summary>
internal static class Rewriting
{
    /// <summary>A copy in which the users of each removed node take its first operand.</summary>
    public static NetworkGraph Without(NetworkGraph graph, Func<Node, bool> isRemoved)
    {
        GraphBuilder builder = new();
        int[] renumbered = new int[graph.Nodes.Count];
        foreach (Node node in graph.Nodes)
        {
            renumbered[node.Id] = isRemoved(node) ? renumbered[node.Operands[0]] : Copy(builder, node, renumbered);
        }

        return builder.Build();
    }

    private static int Copy(GraphBuilder builder, Node node, int[] renumbered) => node.Op is InputOp input
        ? builder.Input(input.Role, node.Columns)
        : builder.Add(node.Op, [.. node.Operands.Select(operand => renumbered[operand])]);
}
