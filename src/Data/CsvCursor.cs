using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace NetGen.Data;

/// <summary>Goes from row to row of a CSV text, all with as many fields as the first.</summary>
internal sealed class CsvCursor : IDisposable
{
    private const int LongestQuotation = 60;

    private readonly string? _path;
    private readonly CsvParser _parser;

    public CsvCursor(TextReader reader, string? path, CsvOptions options)
    {
        _path = path;
        _parser = new CsvParser(reader, Configuration(options), leaveOpen: true);
    }

    /// <summary>The number of fields of the first row.</summary>
    public int Width { get; private set; }

    /// <summary>The names of the columns; empty before a header is read.</summary>
    public string[] Names { get; private set; } = [];

    /// <summary>The number of the current line, from 1: rows, comments and blank lines all take one line.</summary>
    public int Line => _parser.Row;

    /// <summary>Goes on to the next row; false at the end.</summary>
    public bool Read()
    {
        if (!_parser.Read())
            return false;
        if (Width == 0)
            Width = _parser.Count;
        if (_parser.Count != Width)
            throw Error($"The row has {_parser.Count} fields, but {Width} are expected as in the first row.");
        return true;
    }

    /// <summary>Takes the current row as the header.</summary>
    public void TakeHeader()
    {
        string[] names = new string[Width];
        for (int column = 0; column < Width; column++)
            names[column] = Field(column);
        Names = names;
    }

    /// <summary>A field of the current row, without white space around it.</summary>
    public string Field(int column) => _parser[column].Trim();

    public DataFileException FileError(string problem) => new(_path, problem);

    public DataFileException Error(string problem) => new(_path, Line, null, null, problem);

    public DataFileException Error(int column, string problem) => Error(Line, column, problem);

    public DataFileException Error(int line, int column, string problem) =>
        new(_path, line, column + 1, column < Names.Length ? Names[column] : null, problem);

    public static string Quote(string text) =>
        text.Length <= LongestQuotation ? $"\"{text}\"" : $"\"{text.AsSpan(0, LongestQuotation)}…\"";

    public void Dispose() => _parser.Dispose();

    /// <summary>What the parser calls bad: a quote in the middle of a field, or a line break in quotes.</summary>
    private CsvConfiguration Configuration(CsvOptions options) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = options.Delimiter,
        AllowComments = options.Comment is not null,
        Comment = options.Comment ?? '#',
        TrimOptions = TrimOptions.Trim,
        WhiteSpaceChars = [.. " \t".Except(options.Delimiter)],
        BadDataFound = bad => throw Error($"The quotes in {Quote(bad.Field)} are not closed or not at the ends of the field."),
        LineBreakInQuotedFieldIsBadData = true,
    };
}
