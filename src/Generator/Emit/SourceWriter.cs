using System.Runtime.CompilerServices;

namespace NetGen.Generator.Emit;

/// <summary>
/// Writes indented lines that end with <c>\n</c>. The text of a large network is hundreds of kilobytes, so its memory is
/// used again by the next network of the thread, and interpolated lines are written without a string of their own.
/// </summary>
internal sealed class SourceWriter
{
    private const int Unit = 4;
    private const int InitialCapacity = 1 << 16;
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static char[]? _freeMemory;

    private char[] _text;
    private int _length;
    private int _depth;

    public SourceWriter()
    {
        _text = _freeMemory ?? new char[InitialCapacity];
        _freeMemory = null;
    }

    /// <summary>Writes a line; an empty one is left out where a block starts.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            Indent();
            Append(text);
        }
        else if (_length > 1 && _text[_length - 2] == '{')
        {
            return;
        }

        Append("\n");
    }

    public void Line([InterpolatedStringHandlerArgument("")] LineHandler text) => Append("\n");

    /// <summary>Writes the lines of a raw string, each at the current depth.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }
    }

    /// <summary>Opens a block behind <paramref name="header"/>; disposing the result closes it.</summary>
    public Scope Block(string header = "", string close = "}")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        return Open(close);
    }

    /// <inheritdoc cref="Block(string, string)"/>
    public Scope Block([InterpolatedStringHandlerArgument("")] LineHandler header, string close = "}")
    {
        Line(header);
        return Open(close);
    }

    /// <summary>The text so far. The writer is done with: another one takes its memory.</summary>
    public string Complete()
    {
        string text = new(_text, 0, _length);
        _freeMemory = _text.Length <= LargestKept ? _text : null;
        _text = [];
        _length = 0;
        return text;
    }

    public void Indent()
    {
        int length = Unit * _depth;
        Reserve(length);
        _text.AsSpan(_length, length).Fill(' ');
        _length += length;
    }

    public void Append(string text)
    {
        Reserve(text.Length);
        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
    }

    private void Reserve(int length)
    {
        if (length > _text.Length - _length)
        {
            Array.Resize(ref _text, Math.Max(InitialCapacity, 2 * (_length + length)));
        }
    }

    private Scope Open(string close)
    {
        Line("{");
        _depth++;
        return new Scope(this, close);
    }

    /// <summary>An open block.</summary>
    internal readonly struct Scope(SourceWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(close);
        }
    }
}
