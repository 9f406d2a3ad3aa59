using System.Runtime.InteropServices;
using System.Text.Json;

namespace NetGen.Files;

/// <summary>Reads the JSON of a header token by token, each of which must be the expected one.</summary>
/// <remarks><c>owner</c> is the tensor to name in an error, or null for the header itself.</remarks>
internal ref struct HeaderTokens(Utf8JsonReader reader, string file)
{
    private readonly List<long> _integers = [];
    private Utf8JsonReader _reader = reader;

    /// <summary>Reads the start of an object or an array.</summary>
    public void Begin(JsonTokenType type, string? owner)
    {
        if (!_reader.Read() || _reader.TokenType != type)
            throw Unexpected(type == JsonTokenType.StartArray ? "an array" : "an object", owner);
    }

    /// <summary>Whether an object has a next name, which <see cref="Is"/> and <see cref="Name"/> then refer to.</summary>
    public bool Next() => _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the name at hand is the given one; makes no string of it.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name, string? owner)
    {
        try
        {
            return _reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException e)
        {
            throw NotUnicode(owner, e);
        }
    }

    /// <summary>The name at hand.</summary>
    public readonly string Name(string? owner) => String(owner);

    public string Text(string? owner)
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.String)
            throw Unexpected("text", owner);
        return String(owner);
    }

    /// <summary>An array of integers from 0 to <paramref name="max"/>, which is valid until the next one is read.</summary>
    public ReadOnlySpan<long> Integers(string? owner, long max)
    {
        _integers.Clear();
        Begin(JsonTokenType.StartArray, owner);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt64(out long value) || value < 0 || value > max)
                throw Unexpected($"an integer from 0 to {max}", owner);
            _integers.Add(value);
        }

        return CollectionsMarshal.AsSpan(_integers);
    }

    /// <summary>Reads to the end of the header, where only white space may follow.</summary>
    public void End()
    {
        if (_reader.Read())
            throw Unexpected("the end of the header", null);
    }

    /// <summary>The text at hand without its escapes, of which half a surrogate pair may be one.</summary>
    private readonly string String(string? owner)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw NotUnicode(owner, e);
        }
    }

    private readonly ModelFileException NotUnicode(string? owner, Exception e) =>
        new(file, owner, $"the text at byte {_reader.TokenStartIndex} of the header is not valid Unicode", e);

    private readonly ModelFileException Unexpected(string expected, string? owner) =>
        new(file, owner, $"{expected} is expected at byte {_reader.TokenStartIndex} of the header");
}
