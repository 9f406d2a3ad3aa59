using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend.Surface;

/// <summary>
/// The names by which the reading of a network can come to a file, and by which it can go on from there. Members are not
/// among them, because they are reached by the type that holds them. Found once for as long as the file is not edited.
/// </summary>
internal sealed class FileOutline
{
    private const string AttributeSuffix = nameof(Attribute);

    /// <summary>The class of top-level statements.</summary>
    private const string Program = "Program";

    private static readonly ConditionalWeakTable<SyntaxTree, FileOutline> Found = new();

    private FileOutline(SyntaxTree tree)
    {
        CompilationUnitSyntax root = (CompilationUnitSyntax)tree.GetRoot();
        SyntaxNode[] nodes = [.. root.DescendantNodes(MayHoldTypes)];
        Types = [.. nodes.SelectMany(DeclaredNames)];
        Mentions = [.. nodes.SelectMany(Leads).SelectMany(Identifiers).Distinct(Names)];
        Namespaces = [.. nodes.OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString())];
        GlobalUsings = [.. root.Usings.Where(IsGlobal).Select(directive => directive.ToString())];
        GlobalMentions = [.. root.Usings.Where(IsGlobal).SelectMany(Identifiers)];
    }

    /// <summary>Names are compared without case, because types whose names differ in it only share the name of a file.</summary>
    public static StringComparer Names => StringComparer.OrdinalIgnoreCase;

    /// <summary>The types, attributes also without their suffix.</summary>
    public ImmutableArray<string> Types { get; }

    /// <summary>The identifiers in usings, attributes and bases of types, constants and enumerations.</summary>
    public ImmutableArray<string> Mentions { get; }

    public ImmutableArray<string> Namespaces { get; }

    public ImmutableArray<string> GlobalUsings { get; }

    /// <summary>The identifiers in global usings.</summary>
    public ImmutableArray<string> GlobalMentions { get; }

    public static FileOutline Of(SyntaxTree tree) => Found.GetValue(tree, file => new FileOutline(file));

    private static bool MayHoldTypes(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax;

    private static bool IsGlobal(UsingDirectiveSyntax directive) => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    private static IEnumerable<string> DeclaredNames(SyntaxNode node)
    {
        string? name = node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax type => type.Identifier.ValueText,
            GlobalStatementSyntax => Program,
            _ => null,
        };
        if (name is null)
        {
            yield break;
        }

        yield return name;
        if (name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
        {
            yield return name.Substring(0, name.Length - AttributeSuffix.Length);
        }
    }

    /// <summary>What leads from a file to others: on a change of anything else they need not be looked at.</summary>
    private static IEnumerable<SyntaxNode> Leads(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax or BaseListSyntax or EnumMemberDeclarationSyntax => [node],
        AttributeListSyntax { Parent: BaseTypeDeclarationSyntax } => [node],
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) => [node],
        _ => [],
    };

    private static IEnumerable<string> Identifiers(SyntaxNode node) =>
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
}
