using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>The arguments of <c>[Network]</c> as they are written.</summary>
internal static class NetworkArguments
{
    /// <summary>The attribute that a diagnostic is reported in, or null.</summary>
    public static AttributeSyntax? AttributeOf(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();

    public static ExpressionSyntax? Layers(AttributeSyntax attribute) => Argument(attribute, "layers", 0);

    public static ExpressionSyntax? Activations(AttributeSyntax attribute) => Argument(attribute, "activations", 1);

    public static ExpressionSyntax? Loss(AttributeSyntax attribute) => Argument(attribute, "loss", 2);

    /// <summary>The elements of a list, or null where it is not written as one.</summary>
    public static IReadOnlyList<ExpressionSyntax>? Elements(ExpressionSyntax? list) => list switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            [.. collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression)],
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => null,
    };

    private static ExpressionSyntax? Argument(AttributeSyntax attribute, string parameter, int position)
    {
        if (attribute.ArgumentList?.Arguments is not { } arguments)
        {
            return null;
        }

        AttributeArgumentSyntax? named = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter);
        AttributeArgumentSyntax? positional = position < arguments.Count ? arguments[position] : null;
        return (named ?? (positional is { NameColon: null, NameEquals: null } ? positional : null))?.Expression;
    }
}
