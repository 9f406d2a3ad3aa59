using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend;

/// <summary>Whether the generated members and constructor fit the base class and the constructors that a class already has.</summary>
internal static class TargetFit
{
    /// <summary>Why they do not fit, or null.</summary>
    public static string? Problem(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (Bases(type).FirstOrDefault(candidate => NetworkAttributes.On(candidate).Any()) is { } network)
        {
            return $"its base class '{network.Name}' is a network already";
        }

        if (!IsBaseCallable(type))
        {
            return $"its base class '{type.BaseType!.Name}' has no constructor without parameters";
        }

        return HasPrimaryConstructor(type, cancellation)
            ? "it has a primary constructor, which the generated constructor cannot call"
            : null;
    }

    /// <summary>
    /// Whether the class, what contains it and their type parameters have names; the compiler itself reports what has none.
    /// </summary>
    public static bool IsNamed(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.Name.Length == 0 || current.TypeParameters.Any(parameter => parameter.Name.Length == 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the members of a stub can be added to a type: a static one has no instances that code could use.</summary>
    public static bool IsExtensible(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return false;
            }
        }

        return type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false };
    }

    /// <summary>Whether a constructor without the base class's arguments, and beside the class's own, can be added.</summary>
    public static bool TakesConstructor(INamedTypeSymbol type, CancellationToken cancellation) =>
        IsBaseCallable(type) && !HasPrimaryConstructor(type, cancellation);

    /// <summary>Members of base classes that generated ones would hide.</summary>
    public static IEnumerable<ISymbol> Hidden(INamedTypeSymbol type) => Bases(type)
        .SelectMany(parent => KnownNames.Members.SelectMany(name => parent.GetMembers(name)))
        .Where(member => member.DeclaredAccessibility != Accessibility.Private);

    /// <summary>Whether a constructor of the user's does not call another, and would leave the network without parameters.</summary>
    public static bool IsUnchained(IMethodSymbol constructor, CancellationToken cancellation) =>
        Syntax(constructor, cancellation) is ConstructorDeclarationSyntax syntax
        && syntax.Initializer is not { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword };

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }

    private static bool IsBaseCallable(INamedTypeSymbol type) =>
        type.BaseType is not { } parent || parent.InstanceConstructors.Any(constructor => IsCallable(constructor, type));

    private static bool HasPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.InstanceConstructors.Any(constructor => IsPrimary(constructor, cancellation));

    private static bool IsCallable(IMethodSymbol constructor, INamedTypeSymbol from) =>
        constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
        && (constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            || (constructor.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal
                && SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, from.ContainingAssembly)));

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellation) => Syntax(constructor, cancellation) is TypeDeclarationSyntax;

    private static SyntaxNode? Syntax(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
}
