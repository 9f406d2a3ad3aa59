using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend;

/// <summary>Finds by their text alone the types that may be networks: what is only typed elsewhere costs no binding.</summary>
internal static class NetworkSyntax
{
    /// <summary>Whether a directive is a global alias of the attribute, as <c>global using Net = NetGen.NetworkAttribute;</c>.</summary>
    public static bool IsGlobalAlias(UsingDirectiveSyntax directive) => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && IsAlias(directive);

    /// <summary>Whether a type has an attribute that is called as the network's, or by an alias of it.</summary>
    /// <param name="type">A type with attributes.</param>
    /// <param name="globalAliases">The global aliases of the attribute.</param>
    public static bool MayBeNetwork(TypeDeclarationSyntax type, IReadOnlyCollection<string> globalAliases) => type.AttributeLists
        .SelectMany(list => list.Attributes)
        .Select(attribute => LastName(attribute.Name))
        .Any(name => name is KnownNames.ShortAttribute or KnownNames.Attribute || globalAliases.Contains(name) || IsLocalAlias(type, name));

    private static bool IsLocalAlias(SyntaxNode node, string name)
    {
        for (SyntaxNode? scope = node.Parent; scope is not null; scope = scope.Parent)
        {
            SyntaxList<UsingDirectiveSyntax> usings = scope switch
            {
                CompilationUnitSyntax file => file.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            };
            if (usings.Any(alias => IsAlias(alias) && alias.Alias!.Name.Identifier.ValueText == name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAlias(UsingDirectiveSyntax directive) => directive is { Alias: not null, Name: { } target } && LastName(target) is KnownNames.ShortAttribute or KnownNames.Attribute;

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
