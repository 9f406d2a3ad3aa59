using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend;

/// <summary>
/// What of a file may declare networks, found once for as long as the file is not edited. It is one value per file, so that a
/// type that comes or goes moves none of another file.
/// </summary>
internal sealed class FileSyntax
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileSyntax> Found = new();

    /// <summary>Of every file without an attributed type or an alias, so that typing in one changes nothing.</summary>
    private static readonly FileSyntax Nothing = new();

    private FileSyntax()
    {
        Types = [];
        GlobalAliases = [];
    }

    private FileSyntax(CompilationUnitSyntax root)
    {
        Types = [.. root.DescendantNodes(MayHoldTypes).OfType<TypeDeclarationSyntax>().Where(type => type.AttributeLists.Count > 0)];
        Networks = Types.Count(type => NetworkSyntax.MayBeNetwork(type, []));
        GlobalAliases = [.. root.Usings.Where(NetworkSyntax.IsGlobalAlias).Select(alias => alias.Alias!.Name.Identifier.ValueText)];
    }

    /// <summary>How many of the types seem to be networks, aliases of the attribute apart.</summary>
    public int Networks { get; }

    /// <summary>The types with attributes.</summary>
    public ImmutableArray<TypeDeclarationSyntax> Types { get; }

    /// <summary>The global aliases of the network's attribute.</summary>
    public ImmutableArray<string> GlobalAliases { get; }

    private bool IsNothing => Types.IsEmpty && GlobalAliases.IsEmpty;

    public static FileSyntax Of(CompilationUnitSyntax root) => Found.GetValue(root.SyntaxTree, Find);

    private static FileSyntax Find(SyntaxTree tree)
    {
        FileSyntax found = new((CompilationUnitSyntax)tree.GetRoot());
        return found.IsNothing ? Nothing : found;
    }

    private static bool MayHoldTypes(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;
}
