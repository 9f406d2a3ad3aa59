using System.Text;

namespace NetGen.Peers.Reporting;

/// <summary>A table whose first column is text and whose other columns are figures, aligned to the right.</summary>
internal sealed class MarkdownTable(params string[] titles)
{
    private readonly StringBuilder _text = new(
        $"| {string.Join(" | ", titles)} |\n| --- {string.Concat(Enumerable.Repeat("| ---: ", titles.Length - 1))}|\n");

    public void Row(params string[] cells) => _text.Append($"| {string.Join(" | ", cells)} |\n");

    public override string ToString() => _text.Append('\n').ToString();
}
