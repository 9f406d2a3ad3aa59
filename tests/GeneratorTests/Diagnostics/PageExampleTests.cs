using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>The examples of the pages: what a page calls wrong is reported by that id alone, what it calls right is not.</summary>
public class PageExampleTests
{
    private const string Fence = "```";

    /// <summary>The loss that one page names without declaring it.</summary>
    private const string SquaredError = """
        public struct SquaredError : ILoss<float>
        {
            public static float Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets) => 0;
            public static float Differentiate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient) => 0;
        }
        """;

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder(), "NETGEN*.md").Select(x => Path.GetFileNameWithoutExtension(x)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Examples_hold_what_the_page_says(string id)
    {
        string page = File.ReadAllText(Path.Combine(Folder(), $"{id}.md"));

        Diagnostic[] wrong = await AnalyzerVerifier.DiagnosticsOf(Example(page, "## Wrong"));
        Diagnostic[] right = await AnalyzerVerifier.DiagnosticsOf(Example(page, "## Right"));

        Assert.Equal([id], wrong.Select(x => x.Id).Distinct());
        Assert.Empty(right);
    }

    private static string Example(string page, string heading)
    {
        int start = page.IndexOf($"{Fence}csharp", page.IndexOf(heading, StringComparison.Ordinal), StringComparison.Ordinal) + $"{Fence}csharp".Length;
        string code = page[start..page.IndexOf(Fence, start, StringComparison.Ordinal)];
        bool isMissing = code.Contains("SquaredError>", StringComparison.Ordinal) && !code.Contains("struct SquaredError", StringComparison.Ordinal);
        return isMissing ? code + SquaredError : code;
    }

    private static string Folder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "diagnostics"));
}
