using Microsoft.CodeAnalysis.CSharp;
using NetGen.DocumentationTests.Pages;
using NetGen.DocumentationTests.Programs;

namespace NetGen.DocumentationTests;

/// <summary>The page of a diagnostic shows code that gives it. That the mended code gives none is a matter of <see cref="PageTests"/>.</summary>
public sealed class DiagnosticsPageTests
{
    public static TheoryData<string> DiagnosticsPages => [.. Repository.PageNames.Where(x => Page.Read(x).Diagnostic is not null)];

    [Theory]
    [MemberData(nameof(DiagnosticsPages))]
    public async Task Wrong_code_gives_the_diagnostic_of_its_page_and_no_other(string name)
    {
        Page page = Page.Read(name);
        Assert.NotEmpty(page.Wrong);
        foreach (CodeBlock wrong in page.Wrong)
        {
            CSharpCompilation compilation = DocumentCompilation.Create([(name, PageSource.Write(name, [.. page.Blocks.Where(x => x.IsHidden), wrong]))]);
            var diagnostics = await DocumentCompilation.Analyze(DocumentCompilation.Generate(compilation));
            Assert.Equal([page.Diagnostic], diagnostics.Select(x => x.Id).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(DiagnosticsPages))]
    public void A_page_of_a_diagnostic_shows_how_to_mend_the_code(string name) => Assert.Contains(Page.Read(name).Compiled, x => !x.IsHidden);

    [Fact]
    public void The_list_has_every_page()
    {
        string list = Repository.Read("docs/diagnostics/README.md");
        IEnumerable<string> pages = Repository.PageNames.Where(x => Page.Read(x).Diagnostic is not null);
        Assert.All(pages, x => Assert.Contains($"({Path.GetFileName(x)})", list, StringComparison.Ordinal));
    }
}
