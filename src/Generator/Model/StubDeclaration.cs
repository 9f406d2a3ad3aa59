namespace NetGen.Generator.Model;

/// <summary>What a wrong declaration still says: enough for members without a computation, which spare other code further errors.</summary>
/// <param name="Target">The class that the members are added to.</param>
/// <param name="Header">The declaration of the class, such as <c>partial class Net&lt;T&gt;</c>.</param>
/// <param name="Precision">The number type, single where it is not known.</param>
/// <param name="InputSize">The input size, or 1 where it is not known.</param>
/// <param name="OutputSize">The output size, or 1 where it is not known.</param>
internal sealed record StubDeclaration(TargetType Target, string Header, Precision Precision, int InputSize, int OutputSize)
{
    /// <summary>Whether the loss may take labels, as one that is not known may.</summary>
    public bool TakesLabels { get; init; } = true;

    /// <summary>Whether a constructor with a seed fits the class.</summary>
    public bool TakesConstructor { get; init; } = true;

    /// <summary>The names that are taken: by members of the user's, by a type parameter, or by the type itself.</summary>
    public EquatableArray<string> TakenNames { get; init; }
}
