using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend;

/// <summary>How a class already shows itself as text: what is there is not generated.</summary>
internal static class TextMembers
{
    private const string Member = "ToString";

    /// <summary>Whether the class, or the nearest base class that declares one, has a <c>ToString</c> of its own.</summary>
    public static bool HasToString(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.GetMembers(Member).FirstOrDefault(IsInTheWay) is { } member)
            {
                return !member.IsAbstract;
            }
        }

        return false;
    }

    public static bool HasDebuggerDisplay(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Diagnostics.DebuggerDisplayAttribute");

    /// <summary>Overloads with parameters are not in the way.</summary>
    private static bool IsInTheWay(ISymbol member) => member is not IMethodSymbol method || (method.Parameters.IsEmpty && method.Arity == 0);
}
