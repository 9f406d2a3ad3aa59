using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>Recognises spans and the classes of the framework that make them.</summary>
internal static class SpanTypes
{
    public static bool IsSpan(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan" } && IsInSystem(type.ContainingNamespace);

    /// <summary>Whether a type is the framework's class of that name.</summary>
    public static bool IsIn(INamedTypeSymbol type, string name) => type.Name == name && IsInSystem(Outermost(type.ContainingNamespace));

    private static bool IsInSystem(INamespaceSymbol? space) => space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static INamespaceSymbol? Outermost(INamespaceSymbol? space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space;
    }
}
