using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend;

/// <summary>
/// What the meaning of a declaration can depend on in a compilation. Two are equal where files differ in the bodies of
/// members and in comments only, so that typing there binds no attribute anew: Roslyn's own search for attributes does so
/// for every class in every compilation. A file with an attributed type counts as changed by any edit, because its nodes
/// belong to one compilation.
/// </summary>
internal sealed class DeclaredSurface : IEquatable<DeclaredSurface>
{
    // Not kept alive: where a surface equals the next one, that one's compilation is never asked for.
    private readonly WeakReference<CSharpCompilation> _compilation;
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CSharpCompilationOptions _options;
    private readonly string? _assembly;

    private DeclaredSurface(CSharpCompilation compilation)
    {
        _compilation = new WeakReference<CSharpCompilation>(compilation);
        _trees = compilation.SyntaxTrees;
        _references = compilation.ExternalReferences;
        _options = compilation.Options;
        _assembly = compilation.AssemblyName;
    }

    public static DeclaredSurface Of(Compilation compilation) => new((CSharpCompilation)compilation);

    /// <summary>The symbol that a node of the compilation declares.</summary>
    public INamedTypeSymbol? Symbol(TypeDeclarationSyntax type, CancellationToken cancellation) =>
        _compilation.TryGetTarget(out CSharpCompilation? compilation) && compilation.ContainsSyntaxTree(type.SyntaxTree)
            ? compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancellation)
            : null;

    public bool Equals(DeclaredSurface? other) => other is not null
        && _trees.Length == other._trees.Length
        && _assembly == other._assembly
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references)
        && AreEquivalent(_trees, other._trees);

    public override bool Equals(object? obj) => Equals(obj as DeclaredSurface);

    public override int GetHashCode() => _trees.Length;

    private static bool AreEquivalent(ImmutableArray<SyntaxTree> before, ImmutableArray<SyntaxTree> after)
    {
        for (int i = 0; i < before.Length; i++)
        {
            if (!ReferenceEquals(before[i], after[i]) && !IsEquivalent(before[i], after[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEquivalent(SyntaxTree before, SyntaxTree after) =>
        before.IsEquivalentTo(after, topLevel: true) && FileSyntax.Of((CompilationUnitSyntax)after.GetRoot()).Types.IsEmpty;
}
