using NetGen.DocumentationTests.Pages;

namespace NetGen.DocumentationTests;

/// <summary>What no test would see otherwise: code that the reader of the pages overlooks.</summary>
public sealed class PageReaderTests
{
    [Fact]
    public void A_block_without_a_mark_is_compiled_and_run()
    {
        CodeBlock block = Assert.Single(Read("# Title\n\n```csharp\nint a = 1;\n```\n"));
        Assert.Equal(new CodeBlock(4, "int a = 1;", "Title", 0), block);
    }

    [Fact]
    public void Marks_belong_to_the_block_below_them()
    {
        IReadOnlyList<CodeBlock> blocks = Read("<!-- not compiled: an excerpt -->\n\n```csharp\na\n```\n<!-- not run: slow -->\n```csharp\nb\n```");
        Assert.Equal(["an excerpt", null], blocks.Select(x => x.NotCompiled));
        Assert.Equal([null, "slow"], blocks.Select(x => x.NotRun));
    }

    [Fact]
    public void An_output_belongs_to_the_block_above_it() =>
        Assert.Equal("1\n2", Read("```csharp\na\n```\n<!-- output -->\n```text\n1\n2\n```")[0].Output);

    [Fact]
    public void Hidden_code_is_a_part_of_the_program_of_the_block_below_it()
    {
        IReadOnlyList<CodeBlock> blocks = Read("```csharp\na\n```\n<!-- program -->\n<!-- hidden\nb\n-->\n```csharp\nc\n```");
        Assert.Equal([("a", 0, 2), ("b", 1, 6), ("c", 1, 9)], blocks.Select(x => (x.Text, x.Program, x.Line)));
    }

    [Theory]
    [InlineData("```\nint a = 1;\n```")]
    [InlineData("```cs\nint a = 1;\n```")]
    [InlineData("<!-- not complied: a typo -->\n```csharp\na\n```")]
    [InlineData("<!-- output -->\nText, and no block.")]
    [InlineData("<!-- output -->\n```csharp\na\n```")]
    [InlineData("<!-- output -->")]
    [InlineData("<!-- hiden\nint a = 1;\n-->")]
    [InlineData("```csharp\nint a = 1;")]
    public void What_might_hide_code_from_the_tests_is_an_error(string text) =>
        Assert.Contains("page.md(", Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<CodeBlock> Read(string text) => new PageReader("page.md", text).Read();
}
