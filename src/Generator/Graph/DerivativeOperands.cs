namespace NetGen.Generator.Graph;

/// <summary>What the derivative of an activation is computed from.</summary>
internal enum DerivativeOperands
{
    Output,
    Input,
    Both,
}
