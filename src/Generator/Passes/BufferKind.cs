namespace NetGen.Generator.Passes;

/// <summary>Where the rows of a value lie.</summary>
internal enum BufferKind
{
    /// <summary>Nowhere: the op has an effect only.</summary>
    None,
    Inputs,
    Targets,
    Outputs,
    OutputGradients,
    InputGradients,
    Scratch,
}
