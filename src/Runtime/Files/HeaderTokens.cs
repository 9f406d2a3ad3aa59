using System.Text.Json;

namespace NetGen.Files;

/// <summary>Reads the JSON of a header token by token, each of which must be the expected one.</summary>
/// <remarks><c>owner</c> is the tensor to name in an error, or null for the header itself.</remarks>
internal ref struct HeaderTokens(Utf8JsonReader reader, string file)
{
    private Utf8JsonReader _reader = reader;

    /// <summary>Reads the start of an object or an array.</summary>
    public void Begin(JsonTokenType type, string? owner)
    {
        if (!_reader.Read() || _reader.TokenType != type)
            throw Unexpected(type == JsonTokenType.StartArray ? "an array" : "an object", owner);
    }

    /// <summary>The next name of an object, or null at its end.</summary>
    public string? NextName(string? owner) =>
        _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName ? String(owner) : null;

    public string Text(string? owner)
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.String)
            throw Unexpected("text", owner);
        return String(owner);
    }

    /// <summary>An array of integers from 0 to <paramref name="max"/>.</summary>
    public long[] Integers(string? owner, long max)
    {
        List<long> values = [];
        Begin(JsonTokenType.StartArray, owner);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt64(out long value) || value < 0 || value > max)
                throw Unexpected($"an integer from 0 to {max}", owner);
            values.Add(value);
        }

        return [.. values];
    }

    /// <summary>Reads to the end of the header, where only white space may follow.</summary>
    public void End()
    {
        if (_reader.Read())
            throw Unexpected("the end of the header", null);
    }

    /// <summary>The text at hand without its escapes, of which half a surrogate pair may be one.</summary>
    private string String(string? owner)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new ModelFileException(file, owner, $"the text at byte {_reader.TokenStartIndex} of the header is not valid Unicode", e);
        }
    }

    private ModelFileException Unexpected(string expected, string? owner) =>
        new(file, owner, $"{expected} is expected at byte {_reader.TokenStartIndex} of the header");
}
