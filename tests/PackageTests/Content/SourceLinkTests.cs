using System.Reflection.Metadata;
using System.Text;
using System.Text.Json;
using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Content;

/// <summary>What the build settings of the repository make of a project in a clone of it.</summary>
public sealed class SourceLinkTests
{
    /// <summary>The kind of the map from paths to addresses, by the format of portable symbols.</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void A_release_build_of_a_clone_links_its_sources_to_the_repository_and_has_the_same_bits_in_any_folder()
    {
        using BuiltClone first = new(RepositoryUrl, "CI"), second = new(RepositoryUrl, "CI");
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(first.Symbols));
        JsonElement documents = JsonDocument.Parse(Map(provider.GetMetadataReader())!).RootElement.GetProperty("documents");
        string address = documents.GetProperty("/_/*").GetString()!;

        Assert.StartsWith("https://raw.githubusercontent.com/", address);
        Assert.EndsWith($"{new Uri(RepositoryUrl).AbsolutePath}/{BuiltClone.Commit}/*", address);
        Assert.Equal(first.Assembly, second.Assembly);
        Assert.Equal(first.Symbols, second.Symbols);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../elsewhere")]
    public void A_clone_of_another_remote_or_none_builds_without_a_warning_and_has_no_links(string remote)
    {
        using BuiltClone clone = new(remote);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(clone.Symbols));
        Assert.Null(Map(provider.GetMetadataReader()));
    }

    private static string RepositoryUrl => PackedLibrary.Metadata("RepositoryUrl");

    private static string? Map(MetadataReader reader) => reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
        .Select(reader.GetCustomDebugInformation)
        .Where(x => reader.GetGuid(x.Kind) == SourceLink)
        .Select(x => Encoding.UTF8.GetString(reader.GetBlobBytes(x.Value)))
        .SingleOrDefault();
}
