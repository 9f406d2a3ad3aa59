using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend.Surface;

/// <summary>
/// What the meaning of a declaration can depend on in a compilation. Two are equal where files differ in the bodies of
/// members and in comments only. Of two that differ, <see cref="MeansSame"/> tells whether the declarations of a file can
/// mean something else, so that typing elsewhere binds no attribute anew: Roslyn's own search for attributes does so for
/// every class in every compilation.
/// </summary>
internal sealed class DeclaredSurface : IEquatable<DeclaredSurface>
{
    // Not kept alive: where a surface means the same as the next one, that one's compilation is never asked for.
    private readonly WeakReference<CSharpCompilation> _compilation;
    private readonly Lazy<Dependencies> _dependencies;
    private readonly Lazy<bool> _hasMany;
    private SurfaceChange? _lastChange;

    private DeclaredSurface(CSharpCompilation compilation)
    {
        _compilation = new WeakReference<CSharpCompilation>(compilation);
        _dependencies = new Lazy<Dependencies>(() => new Dependencies(Trees));
        _hasMany = new Lazy<bool>(() => Trees.Sum(tree => FileSyntax.Of((CompilationUnitSyntax)tree.GetRoot()).Networks) > SharedFiles.Count);
        Trees = compilation.SyntaxTrees;
        References = compilation.ExternalReferences;
        Options = compilation.Options;
        Assembly = compilation.AssemblyName;
    }

    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>Whether there are more networks than have a file each.</summary>
    public bool HasMany => _hasMany.Value;

    public ImmutableArray<MetadataReference> References { get; }

    public CSharpCompilationOptions Options { get; }

    public string? Assembly { get; }

    public static DeclaredSurface Of(Compilation compilation) => new((CSharpCompilation)compilation);

    /// <summary>The symbol that a node of the compilation declares.</summary>
    public INamedTypeSymbol? Symbol(TypeDeclarationSyntax type, CancellationToken cancellation) =>
        _compilation.TryGetTarget(out CSharpCompilation? compilation) && compilation.ContainsSyntaxTree(type.SyntaxTree)
            ? compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type, cancellation)
            : null;

    /// <summary>Whether what a file that is part of both declares means the same in both.</summary>
    public bool MeansSame(SyntaxTree file, DeclaredSurface other)
    {
        SurfaceChange change = ChangeTo(other);
        return !change.ConcernsAll && HasMany == other.HasMany && (change.Types.Count == 0 || !change.Types.Overlaps(_dependencies.Value.Of(file)));
    }

    /// <summary>
    /// A file with an attributed type counts as changed by any edit, because its nodes belong to one compilation.
    /// </summary>
    public bool Equals(DeclaredSurface? other) => other is not null && (ReferenceEquals(this, other) || ChangeTo(other).IsNone);

    public override bool Equals(object? obj) => Equals(obj as DeclaredSurface);

    public override int GetHashCode() => Trees.Length;

    /// <summary>Found once for all declarations of a run.</summary>
    private SurfaceChange ChangeTo(DeclaredSurface other)
    {
        SurfaceChange? change = Volatile.Read(ref _lastChange);
        if (change?.After != other)
        {
            change = new SurfaceChange(this, other);
            Volatile.Write(ref _lastChange, change);
        }

        return change!;
    }
}
