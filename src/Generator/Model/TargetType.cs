namespace NetGen.Generator.Model;

/// <summary>Where the class stands that the network is added to.</summary>
/// <param name="Namespace">Its namespace, or an empty string for the global one.</param>
/// <param name="Containers">The declarations that contain it, outermost first, such as <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="TypeParameters">Its type parameter list with the angle brackets, or an empty string.</param>
internal sealed record TargetType(string Namespace, EquatableArray<string> Containers, string Name, string TypeParameters)
{
    /// <summary>The path that names the helpers in the generated file, an identifier.</summary>
    public string Path { get; init; } = Name;

    /// <summary>The name of the generated file without its extension, which no other network shares.</summary>
    public string FileName { get; init; } = Name;

    /// <summary>Whether <c>ToString</c> is generated: not where the class or a base class of it has one.</summary>
    public bool TakesToString { get; init; } = true;

    /// <summary>Whether <c>[DebuggerDisplay]</c> is generated: not where the class has one.</summary>
    public bool TakesDebuggerDisplay { get; init; } = true;
}
