using System.IO.Compression;

namespace NetGen.PackageTests;

/// <summary>What a user meets who adds one package reference to an empty project.</summary>
public sealed class PackageTests(PackedLibrary package) : IClassFixture<PackedLibrary>
{
    private const int Shapes = 193;

    [Fact]
    public void The_package_brings_the_generator_and_the_code_fixes_as_analyzers()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"NetGen.{package.Version}.nupkg"));
        IEnumerable<string> analyzers = archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal));
        Assert.Equal(["analyzers/dotnet/cs/NetGen.CodeFixes.dll", "analyzers/dotnet/cs/NetGen.Generator.dll"], analyzers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_project_with_one_reference_compiles_386_networks_that_agree_with_the_reference_at_every_width()
    {
        string folder = package.CreateProject("consumer");
        string templates = Path.Combine(AppContext.BaseDirectory, "Consumer");
        File.Copy(Path.Combine(templates, "Consumer.csproj.txt"), Path.Combine(folder, "Consumer.csproj"));
        File.Copy(Path.Combine(templates, "Reference.cs"), Path.Combine(folder, "Reference.cs"));
        File.Copy(Path.Combine(templates, "Check.cs"), Path.Combine(folder, "Check.cs"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), ConsumerSource.Program(Shapes));

        CommandLine.Dotnet(folder, ["build", "-c", "Release", "-o", "bin", $"-p:NetGenVersion={package.Version}"]);

        foreach (string width in new[] { "DOTNET_EnableAVX512=1", "DOTNET_EnableAVX512=0", "DOTNET_EnableAVX2=0", "DOTNET_EnableHWIntrinsic=0" })
        {
            string[] parts = width.Split('=');
            string output = CommandLine.Dotnet(folder, ["bin/Consumer.dll"], (parts[0], parts[1]));
            Assert.True(output.Contains($"networks {2 * Shapes} failures 0", StringComparison.Ordinal), $"{width}:\n{output}");
        }
    }
}
