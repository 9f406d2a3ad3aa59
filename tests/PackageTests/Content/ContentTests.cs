using System.Buffers.Binary;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Content;

/// <summary>What the packages hold, and what they say of themselves.</summary>
[Collection(PackedLibraryCollection.Name)]
public sealed partial class ContentTests(PackedLibrary library)
{
    private const int IconSize = 128;

    public static TheoryData<string> Packages => [.. PackageFiles.Ids];

    public static TheoryData<string> Libraries => [.. PackageFiles.Libraries];

    [Fact]
    public void The_feed_has_every_package_and_the_symbols_of_every_library()
    {
        string[] expected =
        [
            .. PackageFiles.Ids.Select(id => $"{id}.{PackedLibrary.Version}.nupkg"),
            .. PackageFiles.Libraries.Select(id => $"{id}.{PackedLibrary.Version}.snupkg"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.GetFiles(library.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_these_files_and_no_other(string id)
    {
        using Package package = library.Open(id);
        Assert.Equal(PackageFiles.Of(id), package.Files);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_says_who_wrote_it_under_which_licence_and_where_it_is_described(string id)
    {
        using Package package = library.Open(id);
        XElement metadata = package.Metadata;
        string repository = PackedLibrary.Metadata("RepositoryUrl");
        Assert.Equal(id, metadata.Element("id")!.Value);
        Assert.Equal("expression", metadata.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("MIT", metadata.Element("license")!.Value);
        Assert.Equal("README.md", metadata.Element("readme")!.Value);
        Assert.Equal("icon.png", metadata.Element("icon")!.Value);
        Assert.Equal(repository, metadata.Element("projectUrl")!.Value);
        Assert.Equal($"{repository}/blob/main/CHANGELOG.md", metadata.Element("releaseNotes")!.Value);
        Assert.All(["authors", "copyright", "description", "tags"], name => Assert.NotEmpty(metadata.Element(name)!.Value));
        Assert.Equal("git", metadata.Element("repository")!.Attribute("type")!.Value);
        Assert.Equal(repository, metadata.Element("repository")!.Attribute("url")!.Value);
        Assert.Matches(Repository.IsClone ? Commit() : None(), metadata.Element("repository")!.Attribute("commit")?.Value ?? "");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void An_icon_is_a_square_picture_of_128_pixels(string id)
    {
        using Package package = library.Open(id);
        byte[] icon = package.Read("icon.png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal([IconSize, IconSize], new[] { 16, 20 }.Select(offset => BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(offset))));
    }

    [Fact]
    public void NetGen_depends_on_nothing()
    {
        using Package package = library.Open("NetGen");
        Assert.Empty(package.Metadata.Descendants("dependency"));
    }

    [Theory]
    [InlineData("NetGen.Data", "CsvHelper")]
    [InlineData("NetGen.MathNet", "MathNet.Numerics")]
    public void An_add_on_depends_on_its_library_and_brings_NetGen_of_its_version_with_the_generator(string id, string other)
    {
        using Package package = library.Open(id);
        XElement[] groups = [.. package.Metadata.Descendants("group")];
        Assert.Equal(["net10.0", "net9.0"], groups.Select(group => group.Attribute("targetFramework")!.Value));
        Assert.All(groups, group =>
        {
            Assert.Equal(["NetGen", other], group.Elements().Select(dependency => dependency.Attribute("id")!.Value));
            Assert.Equal(PackedLibrary.Version, group.Elements().First().Attribute("version")!.Value);
            Assert.Null(group.Elements().First().Attribute("exclude"));
        });
    }

    [Fact]
    public void The_templates_are_a_package_of_templates()
    {
        using Package package = library.Open("NetGen.Templates");
        Assert.Equal("Template", package.Metadata.Element("packageTypes")!.Elements().Single().Attribute("name")!.Value);
    }

    [GeneratedRegex("^[0-9a-f]{40}$")]
    private static partial Regex Commit();

    [GeneratedRegex("^$")]
    private static partial Regex None();
}
