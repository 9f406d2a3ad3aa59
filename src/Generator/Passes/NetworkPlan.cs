using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>The graph differentiated, fused and with its buffers: one program per generated member.</summary>
/// <param name="Declaration">What the user wrote.</param>
/// <param name="FusedLoss">The loss that is computed; differs from the declared one where it was fused with the last activation.</param>
/// <param name="Inference">Inputs to outputs.</param>
/// <param name="Evaluation">Inputs and targets to the loss.</param>
/// <param name="Training">Inputs and targets to the loss and the parameter gradient.</param>
/// <param name="VectorJacobianProduct">Inputs and output gradients to parameter and input gradients.</param>
/// <param name="Jacobian">One row of inputs and one of output gradients to input gradients.</param>
internal sealed record NetworkPlan(
    NetworkDeclaration Declaration,
    LossSpec FusedLoss,
    ComputeProgram Inference,
    ComputeProgram Evaluation,
    ComputeProgram Training,
    ComputeProgram VectorJacobianProduct,
    ComputeProgram Jacobian)
{
    public bool IsLossFused => FusedLoss != Declaration.Loss;
}
