using System.Collections.Immutable;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>
/// Generated sources that share a file, see <see cref="SharedFiles"/>. A group is found by the name of a network alone, so that
/// none moves when another comes or goes.
/// </summary>
/// <param name="HintName">The name of the file.</param>
/// <param name="Sources">What it holds, in the order of their names; no two declare helpers of one name.</param>
internal sealed record SourceGroup(string HintName, EquatableArray<SourceFile> Sources)
{
    public string Text => string.Join("\n", Sources.Select(source => source.Text));

    public static IEnumerable<SourceGroup> Of(ImmutableArray<SourceFile> sources) => sources
        .GroupBy(source => Bucket(source.HintName))
        .OrderBy(bucket => bucket.Key)
        .SelectMany(Split);

    /// <summary>Helpers are local to their file, where two classes of one name in two namespaces would collide: the second has a file of its own.</summary>
    private static IEnumerable<SourceGroup> Split(IGrouping<uint, SourceFile> bucket)
    {
        HashSet<string> names = [];
        List<SourceFile> shared = [];
        foreach (SourceFile source in bucket.OrderBy(source => source.HintName, StringComparer.Ordinal))
        {
            if (names.Add(source.Helpers))
            {
                shared.Add(source);
            }
            else
            {
                yield return new SourceGroup(source.HintName, new EquatableArray<SourceFile>([source]));
            }
        }

        yield return new SourceGroup(FileNames.Shared((int)bucket.Key), new EquatableArray<SourceFile>(shared));
    }

    /// <summary>Fowler, Noll and Vo's hash (FNV-1a), the same in every process.</summary>
    private static uint Bucket(string name)
    {
        uint hash = 2166136261;
        foreach (char letter in name)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash % SharedFiles.Count;
    }
}
