using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Content;

/// <summary>What a debugger needs of the packages.</summary>
[Collection(PackedLibraryCollection.Name)]
public sealed class SymbolTests(PackedLibrary library)
{
    /// <summary>The kind of the text of a source that lies in the symbols themselves, by the format of portable symbols.</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Libraries => [.. PackageFiles.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_package_of_symbols_has_those_of_each_framework_and_nothing_else(string id)
    {
        using Package symbols = library.OpenSymbols(id);
        Assert.Equal(PackageFiles.Assemblies(id, ".pdb").Prepend($"{id}.nuspec").Order(StringComparer.Ordinal), symbols.Files);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Symbols_are_portable_and_those_of_their_assembly(string id)
    {
        using Package package = library.Open(id), symbols = library.OpenSymbols(id);
        foreach (string assembly in PackageFiles.Assemblies(id, ".dll"))
        {
            using PEReader reader = new(new MemoryStream(package.Read(assembly)));
            DebugDirectoryEntry entry = reader.ReadDebugDirectory().Single(x => x.Type == DebugDirectoryEntryType.CodeView);
            BlobContentId expected = new(reader.ReadCodeViewDebugDirectoryData(entry).Guid, entry.Stamp);
            using MetadataReaderProvider provider = Open(symbols, assembly);
            Assert.Equal(expected, new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Sources_that_the_repository_has_not_are_in_the_symbols(string id)
    {
        using Package symbols = library.OpenSymbols(id);
        using MetadataReaderProvider provider = Open(symbols, $"lib/net10.0/{id}.dll");
        MetadataReader reader = provider.GetMetadataReader();
        foreach (DocumentHandle handle in reader.Documents)
        {
            string name = reader.GetString(reader.GetDocument(handle).Name);
            bool isEmbedded = reader.GetCustomDebugInformation(handle).Any(x => reader.GetGuid(reader.GetCustomDebugInformation(x).Kind) == EmbeddedSource);
            Assert.True(isEmbedded ? IsGenerated(name) : !IsGenerated(name) || !Repository.IsClone, name);
        }
    }

    private static bool IsGenerated(string path) =>
        path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) || path.EndsWith(".g.cs", StringComparison.Ordinal);

    private static MetadataReaderProvider Open(Package symbols, string assembly) =>
        MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Read(Path.ChangeExtension(assembly, ".pdb"))));
}
