using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend;

/// <summary>Finds the attributes that declare networks.</summary>
internal static class NetworkAttributes
{
    public static IEnumerable<AttributeData> On(INamedTypeSymbol type) => type.GetAttributes().Where(IsNetwork);

    /// <summary>Whether a class is declared more than once.</summary>
    public static bool AreSeveralOn(INamedTypeSymbol type) => On(type).Skip(1).Any();

    private static bool IsNetwork(AttributeData attribute) =>
        attribute.AttributeClass is { Name: KnownNames.Attribute, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };
}
