namespace NetGen.Generator.Model;

/// <summary>
/// What the user wrote, checked. Structurally equal for equal declarations: nothing in it may refer to a compilation.
/// </summary>
/// <param name="Target">The class that the members are added to.</param>
/// <param name="Sizes">The input size, then the output size of each layer.</param>
/// <param name="Activations">One per layer.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Options">The named properties.</param>
internal sealed record NetworkDeclaration(
    TargetType Target,
    EquatableArray<int> Sizes,
    EquatableArray<ActivationSpec> Activations,
    LossSpec Loss,
    NetworkOptions Options)
{
    /// <summary>Whether the project allows what C# calls unsafe: memory of the stack is then not cleared at every call.</summary>
    public bool AllowsUnsafe { get; init; }

    /// <summary>Whether the generated code shares a file with that of other networks.</summary>
    public bool SharesFile { get; init; }

    public int LayerCount => Activations.Count;

    public int InputSize => Sizes[0];

    public int OutputSize => Sizes[Sizes.Count - 1];
}
