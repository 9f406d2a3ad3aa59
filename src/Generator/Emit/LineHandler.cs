using System.Runtime.CompilerServices;

namespace NetGen.Generator.Emit;

/// <summary>
/// Writes the parts of an interpolated line as they come. It takes strings alone: a number must go through
/// <see cref="Literal"/>, which no culture changes.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct LineHandler
{
    private readonly SourceWriter _writer;

    /// <param name="literalLength">The characters between the holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    /// <param name="writer">The writer of the line.</param>
    public LineHandler(int literalLength, int formattedCount, SourceWriter writer)
    {
        _writer = writer;
        if (literalLength + formattedCount > 0)
        {
            writer.Indent();
        }
    }

    public void AppendLiteral(string text) => _writer.Append(text);

    public void AppendFormatted(string text) => _writer.Append(text);
}
