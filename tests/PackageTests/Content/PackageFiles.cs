namespace NetGen.PackageTests.Content;

/// <summary>The files of each package.</summary>
internal static class PackageFiles
{
    public static readonly string[] Libraries = ["NetGen", "NetGen.Data", "NetGen.MathNet"];

    public static readonly string[] Frameworks = ["net10.0", "net9.0"];

    public static readonly string[] Ids = [.. Libraries, "NetGen.Templates"];

    private static readonly string[] Analyzers = ["analyzers/dotnet/cs/NetGen.CodeFixes.dll", "analyzers/dotnet/cs/NetGen.Generator.dll"];

    private static readonly string[] Template =
    [
        "content/netgen/.template.config/dotnetcli.host.json",
        "content/netgen/.template.config/template.json",
        "content/netgen/DiscData.cs",
        "content/netgen/DiscNetwork.cs",
        "content/netgen/NetGenApp.1.csproj",
        "content/netgen/Program.cs",
    ];

    public static IEnumerable<string> Of(string id) =>
        new[] { $"{id}.nuspec", "README.md", "icon.png" }
            .Concat(Libraries.Contains(id) ? Assemblies(id, ".dll", ".xml") : Template)
            .Concat(id == "NetGen" ? Analyzers : [])
            .Order(StringComparer.Ordinal);

    /// <summary>The files of a library for each framework.</summary>
    public static IEnumerable<string> Assemblies(string id, params string[] extensions) =>
        Frameworks.SelectMany(framework => extensions.Select(extension => $"lib/{framework}/{id}{extension}"));
}
