using Microsoft.CodeAnalysis;
using NetGen.DocumentationTests.Pages;
using NetGen.DocumentationTests.Programs;

// The programs of the pages share the console and the current folder.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace NetGen.DocumentationTests;

/// <summary>The C# of the documentation compiles, runs, and prints what the documentation says.</summary>
public sealed class PageTests
{
    public static TheoryData<string> PagesWithCode => [.. Repository.PageNames.Where(x => Page.Read(x).Compiled.Any())];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void The_code_of_a_page_compiles_without_warnings(string page) =>
        Assert.DoesNotContain(Documents.Diagnostics, x => x.Location.SourceTree?.FilePath == page);

    [Fact]
    public void Nothing_that_is_generated_for_the_pages_has_a_warning() =>
        Assert.DoesNotContain(Documents.Diagnostics, x => !Repository.PageNames.Contains(x.Location.SourceTree?.FilePath));

    [Fact]
    public async Task The_analyzers_accept_the_code_of_all_pages() =>
        Assert.Empty(await DocumentCompilation.Analyze(Documents.Compilation));

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void The_code_of_a_page_runs_and_prints_what_the_page_says(string name)
    {
        Page page = Page.Read(name);
        using PageRun run = new();
        IReadOnlyDictionary<int, string> outputs = run.Run(page);
        foreach (CodeBlock block in page.Blocks.Where(x => x.Output is not null))
        {
            Assert.True(outputs.TryGetValue(block.Line, out string? output), $"{name}({block.Line}) has an output, but is not run.");
            Assert.True(block.Output == output.TrimEnd(), $"{name}({block.Line}) prints\n{output}\nbut the page says\n{block.Output}");
        }
    }
}
