using System.Text.Json;
using System.Text.Unicode;

namespace NetGen.Files;

/// <summary>
/// Parses the header of a safetensors file: <c>{name: {"dtype", "shape", "data_offsets"}, "__metadata__": {text: text}}</c>.
/// </summary>
internal ref struct HeaderParser
{
    /// <summary>The header, a tensor, its shape.</summary>
    private const int Depth = 3;

    private readonly string _file;
    private readonly List<TensorInfo> _tensors = [];
    private readonly Dictionary<string, TensorInfo> _byName = [];
    private Dictionary<string, string>? _metadata;
    private HeaderTokens _tokens;

    private HeaderParser(ReadOnlySpan<byte> json, string file)
    {
        _file = file;
        _tokens = new HeaderTokens(new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth }), file);
    }

    /// <exception cref="ModelFileException">The header is not one of this format.</exception>
    public static SafeTensorsHeader Parse(ReadOnlySpan<byte> json, string file)
    {
        if (json.IsEmpty || json[0] != (byte)'{')
            throw new ModelFileException(file, null, "the header does not begin with {");
        if (!Utf8.IsValid(json))
            throw new ModelFileException(file, null, "the header is not valid UTF-8");
        try
        {
            return new HeaderParser(json, file).Parse();
        }
        catch (JsonException e)
        {
            throw new ModelFileException(file, null, $"the header is not valid JSON at its byte {e.BytePositionInLine}", e);
        }
    }

    private SafeTensorsHeader Parse()
    {
        _tokens.Begin(JsonTokenType.StartObject, null);
        while (_tokens.Next())
        {
            string name = _tokens.Name(null);
            if (name == SafeTensorsHeader.MetadataName)
                ReadMetadata();
            else
                ReadTensor(name);
        }

        _tokens.End();
        return new SafeTensorsHeader(_tensors, _byName, _metadata ?? [], DataOffsets.Check(_tensors, _file));
    }

    private void ReadMetadata()
    {
        if (_metadata is not null)
            throw new ModelFileException(_file, null, $"the header holds {SafeTensorsHeader.MetadataName} twice");
        _metadata = [];
        _tokens.Begin(JsonTokenType.StartObject, null);
        while (_tokens.Next())
        {
            string key = _tokens.Name(null);
            if (!_metadata.TryAdd(key, _tokens.Text(null)))
                throw new ModelFileException(_file, null, $"the metadata hold {ModelFileException.Quote(key)} twice");
        }
    }

    private void ReadTensor(string name)
    {
        TensorInfo tensor = TensorFields.Read(ref _tokens, _file, name);
        if (!_byName.TryAdd(name, tensor))
            throw new ModelFileException(_file, name, "the name is there twice");
        _tensors.Add(tensor);
    }
}
