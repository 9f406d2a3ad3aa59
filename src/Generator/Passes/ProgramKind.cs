namespace NetGen.Generator.Passes;

/// <summary>What a program computes; decides where its results go.</summary>
internal enum ProgramKind
{
    Inference,
    Evaluation,
    Training,
    VectorJacobianProduct,
    Jacobian,
}
