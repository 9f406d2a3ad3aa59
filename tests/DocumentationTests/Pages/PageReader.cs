namespace NetGen.DocumentationTests.Pages;

/// <summary>
/// Reads the C# of a page. Comments before a block, which a reader of the page does not see, say what to do with it:
/// <list type="bullet">
/// <item><c>hidden</c> and lines of code: a part of the program that is not shown;</item>
/// <item><c>program</c>: the next block starts a program with variables of its own;</item>
/// <item><c>not run: reason</c>: the program is only compiled;</item>
/// <item><c>not compiled: reason</c>: the block is an excerpt;</item>
/// <item><c>output</c>: the next block is what the code above it prints.</item>
/// </list>
/// </summary>
internal sealed class PageReader(string name, string text)
{
    private const string Fence = "```";
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>What else a block may hold; one without a language would not be highlighted, and might be C#.</summary>
    private static readonly string[] OtherLanguages = ["json", "mermaid", "python", "sh", "text", "xml"];

    private readonly string[] _lines = text.Split('\n');
    private readonly List<CodeBlock> _blocks = [];
    private readonly List<string> _marks = [];
    private string _section = "";
    private int _line;
    private int _program;

    public IReadOnlyList<CodeBlock> Read()
    {
        for (; _line < _lines.Length; _line++)
        {
            string line = _lines[_line].Trim();
            if (line.StartsWith(Fence, StringComparison.Ordinal))
                ReadBlock(line.Trim('`'));
            else if (line.StartsWith(CommentStart, StringComparison.Ordinal))
                ReadComment(line[CommentStart.Length..].Trim());
            else if (line.Length > 0)
                ReadText(line);
        }

        RequireNoMarks();
        return _blocks;
    }

    private void ReadText(string line)
    {
        RequireNoMarks();
        if (line.StartsWith('#'))
            _section = line.TrimStart('#').Trim();
    }

    private void ReadComment(string comment)
    {
        if (comment == "hidden")
        {
            int start = _line + 1;
            _blocks.Add(new CodeBlock(start + 1, LinesTo(CommentEnd), _section, _program) { IsHidden = true });
        }
        else if (!comment.EndsWith(CommentEnd, StringComparison.Ordinal))
        {
            throw Error("the comment has more than one line and is not hidden code");
        }
        else if (comment[..^CommentEnd.Length].Trim() is var mark && mark == "program")
        {
            _program++;
        }
        else
        {
            _marks.Add(mark);
        }
    }

    private void ReadBlock(string language)
    {
        int start = _line + 1;
        string code = LinesTo(Fence);
        if (language == "csharp")
            _blocks.Add(Marked(new CodeBlock(start + 1, code, _section, _program)));
        else if (!OtherLanguages.Contains(language))
            throw Error($"the block above has the language '{language}', which is none of csharp, {string.Join(", ", OtherLanguages)}");
        else if (_marks.Remove("output"))
            _blocks[^1] = _blocks[^1] with { Output = code };
        RequireNoMarks();
    }

    private CodeBlock Marked(CodeBlock block)
    {
        string? notCompiled = Reason("not compiled: "), notRun = Reason("not run: ");
        return block with { NotCompiled = notCompiled, NotRun = notRun };
    }

    private string? Reason(string prefix)
    {
        string? mark = _marks.Find(x => x.StartsWith(prefix, StringComparison.Ordinal));
        if (mark is not null)
            _marks.Remove(mark);
        return mark?[prefix.Length..];
    }

    /// <summary>The lines after this one up to that of an end, which becomes the current one.</summary>
    private string LinesTo(string end)
    {
        int start = ++_line;
        while (_line < _lines.Length && _lines[_line].Trim() != end)
            _line++;
        return _line < _lines.Length ? string.Join('\n', _lines[start.._line]) : throw Error($"the end {end} is missing");
    }

    private void RequireNoMarks()
    {
        if (_marks.Count > 0)
            throw Error($"the comment '{_marks[0]}' above is not known, or not before a block of its kind");
    }

    private FormatException Error(string reason) => new($"{name}({_line + 1}): {reason}.");
}
