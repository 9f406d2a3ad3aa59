using Microsoft.CodeAnalysis;
using NetGen.PackageTests.Content;
using NetGen.PackageTests.Feed;
using NetGen.Testing;

namespace NetGen.PackageTests.Api;

/// <summary>What programs can use of the packages changes on purpose only.</summary>
[Collection(PackedLibraryCollection.Name)]
public sealed class PublicApiTests(PackedLibrary library)
{
    public static TheoryData<string> Libraries => [.. PackageFiles.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_members_are_the_accepted_ones(string id) => Snapshot.Verify(Members(id, "net10.0"), id, "txt");

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_members_are_the_same_for_each_framework(string id) => Assert.Equal(Members(id, "net10.0"), Members(id, "net9.0"));

    private string Members(string id, string framework)
    {
        using Package package = library.Open(id), netGen = library.Open("NetGen");
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        if (id != "NetGen")
            references = references.Append(MetadataReference.CreateFromImage(netGen.Read($"lib/{framework}/NetGen.dll")));
        return PublicApi.Of(package.Read($"lib/{framework}/{id}.dll"), references);
    }
}
