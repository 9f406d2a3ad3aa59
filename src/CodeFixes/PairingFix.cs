using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>
/// Makes the last activation and the loss go together: the activation that the loss expects, or the loss that expects
/// what the activation returns.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PairingFix))]
[Shared]
public sealed class PairingFix : NetworkFix
{
    /// <summary>The key of the fix that changes the activation.</summary>
    internal const string ActivationKey = nameof(PairingFix) + ".Activation";

    /// <summary>The key of the fix that changes the loss.</summary>
    internal const string LossKey = nameof(PairingFix) + ".Loss";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FixableIds.UnfitActivation];

    private protected override IEnumerable<Mend> Mends(SyntaxNode root, Diagnostic diagnostic)
    {
        if (NetworkArguments.AttributeOf(root, diagnostic) is not { } attribute
            || MemberName(NetworkArguments.Elements(NetworkArguments.Activations(attribute))?.LastOrDefault()) is not { } activation
            || MemberName(NetworkArguments.Loss(attribute)) is not { } loss)
        {
            yield break;
        }

        Pairing pairing = new(activation.Identifier.ValueText, loss.Identifier.ValueText);
        if (pairing.WithMatchingActivation() is { } mended)
        {
            yield return new Mend($"Use {mended.Activation} before {mended.Loss}", ActivationKey, [(activation, Renamed(mended.Activation))]);
        }

        if (pairing.WithMatchingLoss() is { } matched)
        {
            yield return new Mend($"Use {matched.Loss} after {matched.Activation}", LossKey, [(loss, Renamed(matched.Loss))]);
        }
    }

    /// <summary>The name of an enum member, behind whatever qualifies it.</summary>
    private static IdentifierNameSyntax? MemberName(ExpressionSyntax? expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name,
        IdentifierNameSyntax name => name,
        _ => null,
    };

    private static Func<SyntaxNode, SyntaxNode> Renamed(string name) =>
        node => SyntaxFactory.IdentifierName(name).WithTriviaFrom(node);
}
