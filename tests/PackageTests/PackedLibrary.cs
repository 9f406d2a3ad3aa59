using System.Runtime.CompilerServices;

namespace NetGen.PackageTests;

/// <summary>The packed library in a feed of its own, with a package cache of its own.</summary>
public sealed class PackedLibrary : IDisposable
{
    public PackedLibrary()
    {
        Directory.CreateDirectory(Feed);
        string project = Path.Combine(Repository, "src", "Runtime", "Runtime.csproj");
        CommandLine.Dotnet(Repository, ["pack", project, "-c", "Release", "-o", Feed, $"--artifacts-path={Path.Combine(Root, "artifacts")}"]);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("netgen-package-").FullName;

    public string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "NetGen.*.nupkg").Single())["NetGen.".Length..];

    public string Feed => Path.Combine(Root, "feed");

    private static string Repository => Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>An empty project folder that restores from the feed.</summary>
    public string CreateProject(string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" />
              </config>
            </configuration>
            """);
        foreach (string file in new[] { "Directory.Build.props", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(folder, file), "<Project />");
        }

        return folder;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
