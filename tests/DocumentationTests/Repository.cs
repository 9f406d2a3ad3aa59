using System.Reflection;

namespace NetGen.DocumentationTests;

/// <summary>The files of the repository that the tests read.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "ProjectDirectory").Value!,
        "..",
        ".."));

    /// <summary>Where the repository is read.</summary>
    public static readonly string Url = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryUrl").Value!;

    /// <summary>The documentation: the README, everything under docs and the packages' READMEs, by paths from the root with slashes.</summary>
    public static IReadOnlyList<string> PageNames { get; } =
    [
        .. Directory.EnumerateFiles(PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateDirectories(PathOf("src")).Select(folder => Path.Combine(folder, "README.md")).Where(File.Exists))
            .Append(PathOf("templates/README.md"))
            .Append(PathOf("README.md"))
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string name) => Path.Combine(Root, name);

    public static string Read(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");
}
