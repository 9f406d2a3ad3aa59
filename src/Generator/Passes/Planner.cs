using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>Runs the passes in their order.</summary>
internal static class Planner
{
    public static NetworkPlan Plan(NetworkDeclaration declaration, NetworkGraph lowered)
    {
        NetworkOptions options = declaration.Options;
        NetworkGraph forward = IdentityElimination.Apply(lowered);
        (NetworkGraph predictions, LossSpec loss) = LossFusion.Apply(forward, declaration.Loss);
        return new NetworkPlan(
            declaration,
            loss,
            BufferPlanning.Apply(forward, ProgramKind.Inference),
            BufferPlanning.Apply(WithLoss(predictions, loss), ProgramKind.Evaluation),
            BufferPlanning.Apply(Differentiation.OfLoss(predictions, loss, options), ProgramKind.Training),
            BufferPlanning.Apply(Differentiation.OfOutputs(forward, options, withParameters: true), ProgramKind.VectorJacobianProduct),
            BufferPlanning.Apply(Differentiation.OfOutputs(forward, options, withParameters: false), ProgramKind.Jacobian));
    }

    private static NetworkGraph WithLoss(NetworkGraph forward, LossSpec loss)
    {
        GraphBuilder builder = new(forward.Nodes);
        int targets = builder.Input(OperandRole.Targets, forward.Result.Columns);
        builder.Add(new LossOp(loss), forward.Result.Id, targets);
        return builder.Build();
    }
}
