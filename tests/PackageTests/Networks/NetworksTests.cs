using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Networks;

/// <summary>Many networks in a project that refers to the package.</summary>
[Collection(PackedLibraryCollection.Name)]
public sealed class NetworksTests(PackedLibrary library)
{
    private const int Shapes = 193;

    [Fact]
    public void A_project_with_one_reference_compiles_386_networks_that_agree_with_the_reference_at_every_width()
    {
        ConsumerFolder consumer = library.CreateConsumer("networks", "Networks");
        File.WriteAllText(Path.Combine(consumer.Folder, "Program.cs"), NetworksSource.Program(Shapes));

        consumer.Dotnet(["build", "-c", "Release", "-o", "bin"]);

        foreach (string width in new[] { "DOTNET_EnableAVX512=1", "DOTNET_EnableAVX512=0", "DOTNET_EnableAVX2=0", "DOTNET_EnableHWIntrinsic=0" })
        {
            string[] parts = width.Split('=');
            string output = consumer.Dotnet(["bin/Networks.dll"], (parts[0], parts[1]));
            Assert.True(output.Contains($"networks {2 * Shapes} failures 0", StringComparison.Ordinal), $"{width}:\n{output}");
        }
    }
}
