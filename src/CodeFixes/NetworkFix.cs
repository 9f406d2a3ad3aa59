using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NetGen.CodeFixes;

/// <summary>A fix by changes of single nodes, which "fix all" makes for every diagnostic of a document at once.</summary>
public abstract class NetworkFix : CodeFixProvider
{
    private protected NetworkFix()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((context, document, diagnostics) =>
        Apply(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Mend mend in Mends(root, diagnostic))
            {
                CodeAction action = CodeAction.Create(mend.Title, Changed, mend.Key);
                context.RegisterCodeFix(action, diagnostic);

                async Task<Document> Changed(CancellationToken cancellation) =>
                    await Apply(context.Document, [diagnostic], mend.Key, cancellation).ConfigureAwait(false) ?? context.Document;
            }
        }
    }

    /// <summary>The ways to mend a diagnostic; none where the source is not understood.</summary>
    private protected abstract IEnumerable<Mend> Mends(SyntaxNode root, Diagnostic diagnostic);

    private async Task<Document?> Apply(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        // Diagnostics share nodes: two networks in one class make it partial once.
        Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> changes = [];
        foreach ((SyntaxNode node, Func<SyntaxNode, SyntaxNode> change) in diagnostics
            .SelectMany(diagnostic => Mends(root, diagnostic))
            .Where(mend => mend.Key == key)
            .SelectMany(mend => mend.Changes))
        {
            changes[node] = change;
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(changes.Keys, (original, rewritten) => changes[original](rewritten)));
    }
}
