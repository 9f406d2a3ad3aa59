using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Frontend;

namespace NetGen.CodeFixes;

/// <summary>Makes a network class and every type around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : NetworkFix
{
    private const string Title = "Make partial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FixableIds.NotPartial, FixableIds.ContainerNotPartial];

    private protected override IEnumerable<Mend> Mends(SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } reported)
        {
            return [];
        }

        IEnumerable<TypeDeclarationSyntax> types = NetworksIn(reported).Prepend(reported)
            .SelectMany(type => type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
            .Distinct()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));
        return [new Mend(Title, nameof(MakePartialFix), [.. types.Select(type => ((SyntaxNode)type, (Func<SyntaxNode, SyntaxNode>)MakePartial))])];
    }

    /// <summary>Where a containing type is reported, the classes that it is reported for.</summary>
    private static IEnumerable<TypeDeclarationSyntax> NetworksIn(TypeDeclarationSyntax type) => type.DescendantNodes()
        .OfType<ClassDeclarationSyntax>()
        .Where(nested => NetworkSyntax.MayBeNetwork(nested, []));

    private static SyntaxNode MakePartial(SyntaxNode node)
    {
        TypeDeclarationSyntax type = (TypeDeclarationSyntax)node;
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.WithModifiers(type.Modifiers.Add(partial))
            : type.WithKeyword(type.Keyword.WithLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }
}
