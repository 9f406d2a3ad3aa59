using System.Globalization;
using System.Text;
using NetGen.DocumentationTests.Pages;

namespace NetGen.DocumentationTests.Programs;

/// <summary>
/// Writes the blocks of a page as one file: a namespace with their types, and a class with a method for each program of the page.
/// </summary>
internal static class PageSource
{
    public const string ClassName = "Programs";

    /// <summary>What a program prints before the output of each block, and then the line of the block.</summary>
    public const char Separator = '\u001E';

    /// <summary>Pages of declarations, which do not repeat the using directive.</summary>
    private const string DiagnosticsFolder = "docs/diagnostics/";

    public static string NamespaceOf(string page) =>
        "Documents." + string.Concat(Path.ChangeExtension(page, null).Select(x => char.IsAsciiLetterOrDigit(x) ? x : '_'));

    public static string MethodOf(int program) => "Run" + program.ToString(CultureInfo.InvariantCulture);

    public static string Write(string page, IReadOnlyCollection<CodeBlock> blocks)
    {
        StringBuilder source = new();
        source.Append($"namespace {NamespaceOf(page)}\n{{\n");
        (CodeBlock Block, Snippet Snippet)[] parts = [.. blocks.Select(x => (x, new Snippet(page, x)))];
        IEnumerable<string> implied = page.StartsWith(DiagnosticsFolder, StringComparison.Ordinal) ? ["using NetGen;"] : [];
        foreach (string directive in implied.Concat(parts.SelectMany(x => x.Snippet.Usings)).Distinct())
            source.Append(directive).Append('\n');
        foreach ((_, Snippet snippet) in parts)
            source.Append(snippet.Types);
        source.Append($"#line hidden\ninternal static class {ClassName}\n{{\n");
        foreach (var program in parts.GroupBy(x => x.Block.Program))
        {
            source.Append($"public static void {MethodOf(program.Key)}()\n{{\n");
            foreach ((CodeBlock block, Snippet snippet) in program)
                source.Append(Start(block)).Append(snippet.Statements);
            source.Append("#line hidden\n}\n");
        }

        return source.Append("}\n}\n").ToString();
    }

    private static string Start(CodeBlock block) => string.Create(
        CultureInfo.InvariantCulture, $"#line hidden\nglobal::System.Console.Write(\"\\u{(int)Separator:X4}{block.Line}\\u{(int)Separator:X4}\");\n");
}
