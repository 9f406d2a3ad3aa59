namespace NetGen.Generator.Graph;

/// <summary>Which argument of the generated member an input node stands for.</summary>
internal enum OperandRole
{
    Inputs,
    Targets,
    OutputGradients,
}
