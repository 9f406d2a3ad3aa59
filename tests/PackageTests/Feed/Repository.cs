using System.Runtime.CompilerServices;

namespace NetGen.PackageTests.Feed;

/// <summary>The repository that the tests are in.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));

    /// <summary>Whether it knows its commit; an exported tree does not.</summary>
    public static bool IsClone => Path.Exists(Path.Combine(Root, ".git"));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
