using System.Runtime.CompilerServices;

namespace NetGen.GeneratorTests.Architecture;

/// <summary>Holds the rooms of the generator to who may know whom.</summary>
public sealed class RoomsTests
{
    private const string Roslyn = "Microsoft.CodeAnalysis";

    [Theory]
    [InlineData("Model", Roslyn, "NetGen.Generator.Graph", "NetGen.Generator.Passes", "NetGen.Generator.Schedule", "NetGen.Generator.Emit", "NetGen.Generator.Frontend")]
    [InlineData("Graph", Roslyn, "NetGen.Generator.Passes", "NetGen.Generator.Schedule", "NetGen.Generator.Emit", "NetGen.Generator.Frontend")]
    [InlineData("Passes", Roslyn, "NetGen.Generator.Schedule", "NetGen.Generator.Emit", "NetGen.Generator.Frontend")]
    [InlineData("Schedule", Roslyn, "NetGen.Generator.Emit", "NetGen.Generator.Frontend")]
    [InlineData("Emit", Roslyn, "NetGen.Generator.Frontend")]
    [InlineData("Frontend/Calls", "NetGen.Generator.Graph", "NetGen.Generator.Passes", "NetGen.Generator.Schedule", "NetGen.Generator.Emit")]
    [InlineData("Frontend", "NetGen.Generator.Passes", "NetGen.Generator.Schedule", "NetGen.Generator.Emit")]
    public void A_room_knows_only_what_it_may(string room, params string[] forbidden)
    {
        string[] files = Directory.GetFiles(Path.Combine(Generator(), room), "*.cs", SearchOption.AllDirectories);
        IEnumerable<string> offences =
            from file in files
            from line in File.ReadLines(file)
            from name in forbidden
            where line.Contains(name, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.NotEmpty(files);
        Assert.Empty(offences);
    }

    [Fact]
    public void Passes_and_graph_name_no_vector()
    {
        IEnumerable<string> files = new[] { "Graph", "Passes" }
            .SelectMany(room => Directory.GetFiles(Path.Combine(Generator(), room), "*.cs", SearchOption.AllDirectories));

        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("Vector512", StringComparison.Ordinal));
    }

    private static string Generator([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src", "Generator"));
}
