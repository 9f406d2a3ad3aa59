using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>
/// Brings the activations to one per layer. The last one, which belongs to the loss, stays; hidden layers get a ReLU or
/// lose the activations nearest to the output.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationCountFix))]
[Shared]
public sealed class ActivationCountFix : NetworkFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FixableIds.ActivationCount];

    private protected override IEnumerable<Mend> Mends(SyntaxNode root, Diagnostic diagnostic)
    {
        if (NetworkArguments.AttributeOf(root, diagnostic) is not { } attribute
            || NetworkArguments.Elements(NetworkArguments.Layers(attribute)) is not { Count: >= 2 } sizes
            || NetworkArguments.Activations(attribute) is not { } list
            || NetworkArguments.Elements(list) is not { } activations
            || activations.Count == sizes.Count - 1)
        {
            return [];
        }

        int layers = sizes.Count - 1;
        string title = activations.Count < layers ? "Add ReLU to the layers without an activation" : "Remove the activations without a layer";
        return [new Mend(title, nameof(ActivationCountFix), [(list, node => ActivationList.Resize((ExpressionSyntax)node, layers))])];
    }
}
