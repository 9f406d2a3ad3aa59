namespace NetGen.Generator.Graph;

/// <summary>Holds a graph to its rules between stages. A failure is a bug of the generator and names the node.</summary>
internal static class GraphVerifier
{
    public static NetworkGraph Verify(NetworkGraph graph)
    {
        for (int id = 0; id < graph.Nodes.Count; id++)
        {
            Node node = graph.Nodes[id];
            Require(node.Id == id, node, "has an id that is not its position");
            Require(node.Operands.Count == node.Op.Arity, node, $"needs {node.Op.Arity} operands");
            Require(node.Operands.All(operand => operand >= 0 && operand < id), node, "uses a value that is not computed before it");
            VerifyShape(graph, node);
        }

        return graph;
    }

    private static void VerifyShape(NetworkGraph graph, Node node)
    {
        List<int> columns = [.. node.Operands.Select(operand => graph[operand].Columns)];
        bool fits = node.Op switch
        {
            InputOp => node.Columns > 0,
            DenseOp dense => columns[0] == dense.Layer.Inputs && node.Columns == dense.Layer.Outputs,
            DenseInputGradientOp gradient => columns[0] == gradient.Layer.Outputs && node.Columns == gradient.Layer.Inputs,
            DenseParameterGradientOp gradient => columns[0] == gradient.Layer.Inputs && columns[1] == gradient.Layer.Outputs,
            LossOp => columns[0] == columns[1] && node.Columns == 1,
            _ => columns.TrueForAll(c => c == node.Columns),
        };
        Require(fits, node, $"has operands of {string.Join(", ", columns)} columns, which do not fit");
    }

    private static void Require(bool condition, Node node, string reason)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Invalid graph: {node} {reason}.");
        }
    }
}
