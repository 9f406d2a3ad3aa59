using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Incrementality;

/// <summary>A project with more networks than have a file each.</summary>
public class ManyNetworksTests
{
    private const int MostFiles = 256;

    /// <summary>Declarations alone are bound: bodies are the same as in files of their own.</summary>
    [Fact]
    public void Networks_that_share_files_declare_nothing_twice()
    {
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Create(Sources(MostFiles + 50)));
        Assert.InRange(run.Files.Length, MostFiles / 2, MostFiles);
        Assert.DoesNotContain(run.Output.GetParseDiagnostics().Concat(run.Output.GetDeclarationDiagnostics()), x => x.Severity == DiagnosticSeverity.Error);
        for (int network = 0; network < MostFiles + 50; network++)
        {
            INamedTypeSymbol type = run.Output.GetTypeByMetadataName($"Many.Network{network}")!;
            Assert.Single(type.GetMembers("Forward"));
        }
    }

    [Fact]
    public void A_shared_file_compiles_without_a_warning()
    {
        string[] sources = [.. Sources(MostFiles), "namespace Other { " + Declaration("Network0", 3) + " }"];
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Create(sources));
        SyntaxTree shared = run.Output.SyntaxTrees.First(tree => tree.ToString().Split("partial class").Length > 2);
        SemanticModel model = run.Output.GetSemanticModel(shared);
        Assert.DoesNotContain(model.GetDiagnostics(), x => x.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Classes_of_one_name_in_many_namespaces_have_helpers_of_their_own()
    {
        string[] sources = [.. Enumerable.Range(0, MostFiles + 50).Select(i => $"namespace N{i} {{ {Declaration("Network", 2)} }}")];
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Create(sources));
        Assert.Equal(MostFiles + 50, run.Files.Length);
        Assert.DoesNotContain(run.Output.GetDeclarationDiagnostics(), x => x.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Another_size_emits_that_network_and_its_file_only()
    {
        string[] sources = Sources(MostFiles + 50);
        ImmutableDictionary<string, int> changed = Changed(sources, [.. sources.Select((text, i) => i == 7 ? Declared(i, 9) : text)]);
        Assert.Equal((1, 1, 1), (changed["Source"], changed["Group"], changed["SourceOutput"]));
    }

    [Fact]
    public void A_network_that_comes_or_goes_moves_no_other()
    {
        string[] sources = Sources(MostFiles + 50);
        ImmutableDictionary<string, string> before = Files(sources), after = Files([.. sources, Declared(MostFiles + 50, 2)]);
        Assert.Single(before.Keys.Union(after.Keys), name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name));
    }

    [Fact]
    public void The_files_are_the_same_whatever_the_order_of_the_declarations()
    {
        string[] sources = Sources(MostFiles + 50);
        Assert.Equal(Files(sources).OrderBy(file => file.Key, StringComparer.Ordinal), Files([.. sources.Reverse()]).OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void With_fewer_networks_each_has_its_file()
    {
        ImmutableDictionary<string, string> files = Files(Sources(MostFiles));
        Assert.Equal(MostFiles, files.Count);
        Assert.Contains("Many.Network17.g.cs", files.Keys);
    }

    private static string[] Sources(int count) => [.. Enumerable.Range(0, count).Select(i => Declared(i, 1))];

    private static string Declared(int network, int size) => $"namespace Many {{ {Declaration($"Network{network}", size)} }}";

    private static string Declaration(string name, int size) =>
        $"[NetGen.Network([{size}, 1], [NetGen.Activation.Identity], NetGen.Loss.MeanSquaredError)] partial class {name};";

    private static ImmutableDictionary<string, string> Files(string[] sources) => GeneratorRun.CreateDriver(tracksSteps: false)
        .RunGenerators(TestCompilation.Create(sources)).GetRunResult().Results.Single().GeneratedSources
        .ToImmutableDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>How many outputs of each step an edit changes.</summary>
    private static ImmutableDictionary<string, int> Changed(string[] before, string[] after)
    {
        CSharpCompilation compilation = TestCompilation.Create(before);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(compilation).RunGenerators(PipelineRuns.Replaced(compilation, after));
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return TrackedSteps.Own(result).Concat(TrackedSteps.Outputs(result))
            .GroupBy(step => step.Step)
            .ToImmutableDictionary(
                step => step.Key,
                step => step.Count(x => x.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));
    }
}
