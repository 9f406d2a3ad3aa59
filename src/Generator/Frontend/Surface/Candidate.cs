using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend.Surface;

/// <summary>
/// A type that may be a network, in a compilation. It equals the one before where neither its own file nor one on which it
/// depends declares something else.
/// </summary>
internal sealed class Candidate(TypeDeclarationSyntax type, DeclaredSurface surface) : IEquatable<Candidate>
{
    private readonly DeclaredSurface _surface = surface;

    public TypeDeclarationSyntax Type { get; } = type;

    /// <summary>Whether the project allows unsafe code.</summary>
    public bool AllowsUnsafe => _surface.Options.AllowUnsafe;

    /// <summary>Whether the project has more networks than have a file each.</summary>
    public bool IsOneOfMany => _surface.HasMany;

    public INamedTypeSymbol? Symbol(CancellationToken cancellation) => _surface.Symbol(Type, cancellation);

    public bool Equals(Candidate? other) => other is not null
        && ReferenceEquals(Type, other.Type)
        && (ReferenceEquals(_surface, other._surface) || _surface.MeansSame(Type.SyntaxTree, other._surface));

    public override bool Equals(object? obj) => Equals(obj as Candidate);

    public override int GetHashCode() => Type.GetHashCode();
}
