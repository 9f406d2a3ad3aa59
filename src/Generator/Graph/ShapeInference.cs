namespace NetGen.Generator.Graph;

/// <summary>The number of columns of an op's result from its operands.</summary>
internal static class ShapeInference
{
    public static int Columns(Op op, IReadOnlyList<Node> operands) => op switch
    {
        DenseOp dense => dense.Layer.Outputs,
        DenseInputGradientOp gradient => gradient.Layer.Inputs,
        DenseParameterGradientOp => 0,
        LossOp => 1,
        ActivationOp or ActivationGradientOp or LossGradientOp => operands[0].Columns,
        _ => throw new InvalidOperationException($"{op.Name} has no inferred shape."),
    };
}
