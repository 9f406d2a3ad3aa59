using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace NetGen.CodeFixes;

/// <summary>Gives a list of activations another length and keeps its last one and its layout.</summary>
internal static class ActivationList
{
    private const string Hidden = "ReLU";
    private const string Last = "Identity";

    public static ExpressionSyntax Resize(ExpressionSyntax list, int count) => list switch
    {
        CollectionExpressionSyntax collection => collection.WithElements(Resize<CollectionElementSyntax>(collection.Elements, count, SyntaxFactory.ExpressionElement)),
        ImplicitArrayCreationExpressionSyntax array => array.WithInitializer(Resize(array.Initializer, count)),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } array => array.WithType(WithoutSize(array.Type)).WithInitializer(Resize(initializer, count)),
        _ => list,
    };

    private static InitializerExpressionSyntax Resize(InitializerExpressionSyntax initializer, int count)
    {
        SeparatedSyntaxList<ExpressionSyntax> resized = Resize(initializer.Expressions, count, expression => expression);
        return initializer.Expressions.Count > 0
            ? initializer.WithExpressions(resized)
            : SyntaxFactory.InitializerExpression(
                initializer.Kind(),
                initializer.OpenBraceToken.WithTrailingTrivia(SyntaxFactory.Space),
                resized,
                initializer.CloseBraceToken.WithLeadingTrivia(SyntaxFactory.Space));
    }

    private static SeparatedSyntaxList<T> Resize<T>(SeparatedSyntaxList<T> list, int count, Func<ExpressionSyntax, T> element)
        where T : SyntaxNode
    {
        if (list.Count == 0)
        {
            IEnumerable<T> created = Enumerable.Repeat(Hidden, count - 1).Append(Last).Select(name => element(Activation(name)));
            return SyntaxFactory.SeparatedList(created, Enumerable.Repeat(Comma, count - 1));
        }

        return list.Count < count ? Pad(list, count - list.Count, element(Activation(Hidden))) : Trim(list, count);
    }

    /// <summary>Puts activations before the last one, spaced as that one is.</summary>
    private static SeparatedSyntaxList<T> Pad<T>(SeparatedSyntaxList<T> list, int missing, T activation)
        where T : SyntaxNode
    {
        T last = list[list.Count - 1];
        SyntaxToken separator = list.Count > 1 ? Spaced(list.GetSeparator(list.Count - 2)) : Comma;
        IEnumerable<T> added = Enumerable.Repeat(activation.WithLeadingTrivia(list.Count > 1 ? Indentation(last.GetLeadingTrivia()) : []), missing);
        if (list.Count == 1)
        {
            added = added.Skip(1).Prepend(activation.WithLeadingTrivia(last.GetLeadingTrivia()));
            last = last.WithLeadingTrivia();
        }

        IEnumerable<SyntaxToken> separators = list.GetSeparators();
        return SyntaxFactory.SeparatedList(
            list.Take(list.Count - 1).Concat(added).Append(last),
            separators.Take(list.Count - 1).Concat(Enumerable.Repeat(separator, missing)).Concat(separators.Skip(list.Count - 1)));
    }

    private static SeparatedSyntaxList<T> Trim<T>(SeparatedSyntaxList<T> list, int count)
        where T : SyntaxNode
    {
        T last = list[list.Count - 1].WithLeadingTrivia(list[count - 1].GetLeadingTrivia());
        IEnumerable<SyntaxToken> separators = list.GetSeparators();
        return SyntaxFactory.SeparatedList(
            list.Take(count - 1).Append(last),
            separators.Take(count - 1).Concat(separators.Skip(list.Count - 1)));
    }

    private static SyntaxToken Comma => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>A separator without its comment.</summary>
    private static SyntaxToken Spaced(SyntaxToken separator) => separator.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
        ? separator.WithLeadingTrivia().WithTrailingTrivia(separator.TrailingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
        : separator.WithLeadingTrivia().WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>The spaces before an element, without a comment above it.</summary>
    private static IEnumerable<SyntaxTrivia> Indentation(SyntaxTriviaList leading) =>
        leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse();

    private static ExpressionSyntax Activation(string name) =>
        SyntaxFactory.ParseExpression($"global::NetGen.Activation.{name}").WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary><c>Activation[]</c> for <c>Activation[2]</c>.</summary>
    private static ArrayTypeSyntax WithoutSize(ArrayTypeSyntax type) => type.ReplaceNodes(
        type.RankSpecifiers.SelectMany(rank => rank.Sizes), (_, _) => SyntaxFactory.OmittedArraySizeExpression());
}
