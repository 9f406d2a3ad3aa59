// Slow, and of use where packages are at stake: dotnet test --filter Category!=Package does without.
[assembly: AssemblyTrait("Category", "Package")]

namespace NetGen.PackageTests.Feed;

/// <summary>The tests that share the packed library, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackedLibraryCollection : ICollectionFixture<PackedLibrary>
{
    public const string Name = "Packed library";
}
