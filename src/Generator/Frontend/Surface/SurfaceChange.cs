using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend.Surface;

/// <summary>What is declared otherwise in one compilation than in another.</summary>
internal sealed class SurfaceChange
{
    public SurfaceChange(DeclaredSurface before, DeclaredSurface after)
    {
        After = after;
        ConcernsAll = before.Assembly != after.Assembly || !before.Options.Equals(after.Options) || !before.References.SequenceEqual(after.References);
        if (before.Trees.Length == after.Trees.Length)
        {
            ComparePairs(before.Trees, after.Trees);
        }
        else
        {
            Compare([.. before.Trees.Except(after.Trees)], [.. after.Trees.Except(before.Trees)]);
        }
    }

    public DeclaredSurface After { get; }

    /// <summary>Whether every declaration can mean something else: namespaces, global usings, references or options differ.</summary>
    public bool ConcernsAll { get; private set; }

    /// <summary>The names of the types in files that declare something else.</summary>
    public HashSet<string> Types { get; } = new(FileOutline.Names);

    /// <summary>Whether nothing is declared otherwise, and no node that may be a declaration was replaced.</summary>
    public bool IsNone => !ConcernsAll && Types.Count == 0 && !ReplacesNodes;

    private bool ReplacesNodes { get; set; }

    private void ComparePairs(ImmutableArray<SyntaxTree> before, ImmutableArray<SyntaxTree> after)
    {
        for (int i = 0; i < before.Length; i++)
        {
            if (!ReferenceEquals(before[i], after[i]))
            {
                ReplacesNodes |= !FileSyntax.Of((CompilationUnitSyntax)after[i].GetRoot()).Types.IsEmpty;
                if (!before[i].IsEquivalentTo(after[i], topLevel: true) || !before[i].Options.Equals(after[i].Options))
                {
                    Compare([before[i]], [after[i]]);
                }
            }
        }
    }

    private void Compare(SyntaxTree[] before, SyntaxTree[] after)
    {
        FileOutline[] old = [.. before.Select(FileOutline.Of)];
        FileOutline[] now = [.. after.Select(FileOutline.Of)];
        ConcernsAll |= !before.Select(tree => tree.Options).ToImmutableHashSet().SetEquals(after.Select(tree => tree.Options))
            || !Same(old, now, file => file.Namespaces)
            || !Same(old, now, file => file.GlobalUsings);
        Types.UnionWith(old.Concat(now).SelectMany(file => file.Types));
    }

    private static bool Same(FileOutline[] before, FileOutline[] after, Func<FileOutline, ImmutableArray<string>> names) =>
        before.SelectMany(file => names(file)).ToImmutableHashSet().SetEquals(after.SelectMany(file => names(file)));
}
