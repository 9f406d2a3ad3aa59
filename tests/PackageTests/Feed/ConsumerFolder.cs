namespace NetGen.PackageTests.Feed;

/// <summary>
/// A folder outside the repository whose projects restore from the feed besides the sources of the machine, into a package cache
/// of the tests; what the machine's cache has is not fetched again.
/// </summary>
public sealed class ConsumerFolder
{
    private const string CacheVariable = "NUGET_PACKAGES";
    private const string ProjectSuffix = ".txt";

    private readonly (string Name, string Value)[] _environment;

    internal ConsumerFolder(string folder, PackedLibrary library)
    {
        Folder = folder;
        _environment =
        [
            (CacheVariable, Path.Combine(library.Root, "packages")),
            ("NetGenVersion", PackedLibrary.Version),
        ];
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{library.Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                {(Directory.Exists(MachineCache) ? $"""<add key="machine" value="{MachineCache}" />""" : "")}
              </fallbackPackageFolders>
            </configuration>
            """);
        foreach (string file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(folder, file), "<Project />");
        }
    }

    public string Folder { get; }

    private static string MachineCache => Environment.GetEnvironmentVariable(CacheVariable)
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Copies files; a project file is stored as text, so that no tool takes it for one of the repository.</summary>
    public void CopyFrom(string folder)
    {
        foreach (string file in Directory.GetFiles(folder))
        {
            string name = Path.GetFileName(file);
            File.Copy(file, Path.Combine(Folder, name.EndsWith(ProjectSuffix, StringComparison.Ordinal) ? name[..^ProjectSuffix.Length] : name));
        }
    }

    public string Dotnet(string[] arguments, params (string Name, string Value)[] environment) =>
        DotnetIn(Folder, arguments, environment);

    /// <summary>Runs <c>dotnet</c> in a folder below this one.</summary>
    public string DotnetIn(string folder, string[] arguments, params (string Name, string Value)[] environment) =>
        CommandLine.Dotnet(Path.Combine(Folder, folder), arguments, [.. _environment, .. environment]);
}
