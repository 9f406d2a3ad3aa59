using System.Reflection;

namespace NetGen.PackageTests.Feed;

/// <summary>All packages of the repository in a feed of their own: what ships, so Release in every configuration of the tests.</summary>
public sealed class PackedLibrary : IDisposable
{
    /// <summary>Unlike that of the repository, so that a package of another origin cannot be taken for one of these.</summary>
    public const string Version = "0.0.0-packed";

    public PackedLibrary()
    {
        Directory.CreateDirectory(Feed);
        foreach (string project in Metadata("PackedProjects").Split('|')) // one after the other: they build common projects
        {
            CommandLine.Dotnet(Root, ["pack", project, "-c", "Release", "-o", Feed, $"-p:PackageVersion={Version}"]);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("netgen-package-").FullName;

    public string Feed => Path.Combine(Root, "feed");

    /// <summary>A value of the tests' project file.</summary>
    public static string Metadata(string key) =>
        typeof(PackedLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == key).Value!;

    public Package Open(string id) => new(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    public Package OpenSymbols(string id) => new(Path.Combine(Feed, $"{id}.{Version}.snupkg"));

    /// <summary>A folder with the files of a consumer, which restores from the feed.</summary>
    /// <param name="name">The name of the folder.</param>
    /// <param name="program">The folder of <c>Consumers</c> whose files it has; null for none.</param>
    public ConsumerFolder CreateConsumer(string name, string? program = null)
    {
        ConsumerFolder folder = new(Directory.CreateDirectory(Path.Combine(Root, name)).FullName, this);
        if (program is not null)
            folder.CopyFrom(Path.Combine(AppContext.BaseDirectory, "Consumers", program));
        return folder;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
