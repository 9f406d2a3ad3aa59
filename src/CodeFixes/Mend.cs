using Microsoft.CodeAnalysis;

namespace NetGen.CodeFixes;

/// <summary>One way to mend a diagnostic: changes of single nodes, so that those of many diagnostics are made at once.</summary>
/// <param name="title">What the editor offers.</param>
/// <param name="key">The equivalence key: what "fix all" repeats.</param>
/// <param name="changes">The nodes and what becomes of them; a node may contain another.</param>
internal sealed class Mend(string title, string key, IReadOnlyList<(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change)> changes)
{
    public string Title => title;

    public string Key => key;

    public IReadOnlyList<(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change)> Changes => changes;
}
