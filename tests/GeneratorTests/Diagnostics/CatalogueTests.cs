using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>No diagnostic without its page, its line in the list, its release entry and its tests.</summary>
public class CatalogueTests
{
    public static TheoryData<string> Ids => [.. Descriptors.Select(x => x.Id)];

    [Fact]
    public void Ids_run_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Descriptors.Length).Select(i => $"NETGEN{i:000}"), Descriptors.Select(x => x.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_cause_cure_and_how_to_suppress(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);
        string page = Read($"docs/diagnostics/{id}.md");

        Assert.StartsWith($"# {id}: {descriptor.Title}\n\nSeverity: {Severity(descriptor)}.\n", page);
        string[] fix = FixableIds.All.Contains(id) ? ["## Code fix"] : [];
        Assert.Equal(["## Cause", "## Wrong", "## Right", .. fix, "## Suppressing"], page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains($"`#pragma warning disable {id}`", page, StringComparison.Ordinal);
        Assert.Contains($"`dotnet_diagnostic.{id}.severity = none`", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.True(Uri.IsWellFormedUriString(descriptor.HelpLinkUri, UriKind.Absolute));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_is_listed_and_in_the_releases(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);
        string releases = Read("src/Generator/Diagnostics/AnalyzerReleases.Shipped.md") + Read("src/Generator/Diagnostics/AnalyzerReleases.Unshipped.md");

        Assert.Contains($"\n| [{id}]({id}.md) | {Severity(descriptor)} | {descriptor.Title} |\n", Read("docs/diagnostics/README.md"), StringComparison.Ordinal);
        Assert.Contains($"\n{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", releases, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_test_marks_where_a_diagnostic_is_expected(string id) =>
        Assert.Contains(Directory.GetFiles(Folder(), "*DiagnosticTests.cs"), file => File.ReadAllText(file).Contains($"{{|{id}:", StringComparison.Ordinal));

    private static DiagnosticDescriptor[] Descriptors { get; } =
        [.. AnalyzerVerifier.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(x => x.Id, StringComparer.Ordinal)];

    private static DiagnosticDescriptor Descriptor(string id) => Descriptors.Single(x => x.Id == id);

    private static string Severity(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning";

    private static string Read(string path) => File.ReadAllText(Path.Combine(Folder(), "..", "..", "..", path)).ReplaceLineEndings("\n");

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
