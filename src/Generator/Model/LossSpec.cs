namespace NetGen.Generator.Model;

/// <summary>A loss as declared: a built-in one, or the closed type of a user's struct.</summary>
/// <param name="BuiltIn">The built-in loss; meaningless where <paramref name="OwnType"/> is set.</param>
/// <param name="OwnType">The fully qualified name of the user's struct, or null.</param>
/// <param name="OwnName">The short name of the user's struct, or null.</param>
internal sealed record LossSpec(Loss BuiltIn, string? OwnType = null, string? OwnName = null)
{
    /// <summary>What generated code calls the operator.</summary>
    public string Alias { get; init; } = OwnName is null ? BuiltIn.ToString() : "Own" + OwnName;

    public bool IsOwn => OwnType is not null;

    public string Name => OwnName ?? BuiltIn.ToString();

    public bool Is(Loss loss) => !IsOwn && BuiltIn == loss;
}
