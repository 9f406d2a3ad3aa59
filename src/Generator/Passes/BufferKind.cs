namespace NetGen.Generator.Passes;

/// <summary>Where the rows of a value lie.</summary>
internal enum BufferKind
{
    /// <summary>Nowhere: the op has an effect only, or its value stays in registers.</summary>
    None,
    Inputs,
    Targets,
    Outputs,
    OutputGradients,
    InputGradients,
    Scratch,
}
