using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend.Surface;

/// <summary>The names on which the networks of a file depend, found by text: rather too many than one too few.</summary>
internal sealed class Dependencies
{
    private readonly ConcurrentDictionary<SyntaxTree, HashSet<string>> _found = new();
    private readonly ILookup<string, FileOutline> _filesByType;
    private readonly ImmutableArray<string> _everywhere;

    public Dependencies(ImmutableArray<SyntaxTree> trees)
    {
        FileOutline[] files = [.. trees.Select(FileOutline.Of)];
        _filesByType = files.SelectMany(file => file.Types, (file, type) => (file, type)).ToLookup(x => x.type, x => x.file, FileOutline.Names);
        _everywhere = [KnownNames.Namespace, KnownNames.ShortAttribute, .. files.SelectMany(file => file.GlobalMentions)];
    }

    /// <summary>
    /// The types that a file declares and what it and the global usings mention, and so on from every file that declares a
    /// type of such a name.
    /// </summary>
    public HashSet<string> Of(SyntaxTree tree) => _found.GetOrAdd(tree, Find);

    private HashSet<string> Find(SyntaxTree tree)
    {
        HashSet<string> names = new(FileOutline.Names);
        Queue<string> added = new();
        Add(_everywhere);
        AddFile(FileOutline.Of(tree));
        while (added.Count > 0)
        {
            foreach (FileOutline file in _filesByType[added.Dequeue()])
            {
                AddFile(file);
            }
        }

        return names;

        void AddFile(FileOutline file)
        {
            Add(file.Types);
            Add(file.Mentions);
        }

        void Add(ImmutableArray<string> more)
        {
            foreach (string name in more)
            {
                if (names.Add(name))
                {
                    added.Enqueue(name);
                }
            }
        }
    }
}
