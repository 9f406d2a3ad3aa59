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
        while (_tokens.NextName(null) is { } name)
        {
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
        _tokens.Begin(JsonTokenType.StartObject, SafeTensorsHeader.MetadataName);
        while (_tokens.NextName(SafeTensorsHeader.MetadataName) is { } key)
        {
            if (!_metadata.TryAdd(key, _tokens.Text(SafeTensorsHeader.MetadataName)))
                throw new ModelFileException(_file, null, $"the metadata hold {ModelFileException.Quote(key)} twice");
        }
    }

    private void ReadTensor(string name)
    {
        string? type = null;
        int[]? shape = null;
        long[]? offsets = null;
        _tokens.Begin(JsonTokenType.StartObject, name);
        while (_tokens.NextName(name) is { } field)
        {
            if (field == "dtype" && type is null)
                type = _tokens.Text(name);
            else if (field == "shape" && shape is null)
                shape = Array.ConvertAll(_tokens.Integers(name, int.MaxValue), x => (int)x);
            else if (field == "data_offsets" && offsets is null)
                offsets = _tokens.Integers(name, long.MaxValue);
            else
                throw new ModelFileException(_file, name, $"the field {ModelFileException.Quote(field)} is unknown or there twice");
        }

        TensorInfo tensor = Checked(name, type, shape, offsets);
        if (!_byName.TryAdd(name, tensor))
            throw new ModelFileException(_file, name, "the name is there twice");
        _tensors.Add(tensor);
    }

    private readonly TensorInfo Checked(string name, string? typeName, int[]? shape, long[]? offsets)
    {
        if (typeName is null || shape is null || offsets is null)
            throw new ModelFileException(_file, name, "dtype, shape or data_offsets is missing");
        if (TensorTypes.Parse(typeName) is not { } type)
            throw new ModelFileException(_file, name, $"the element type {ModelFileException.Quote(typeName)} is unknown");
        if (offsets is not [long begin, long end] || begin > end)
            throw new ModelFileException(_file, name, $"the data offsets are [{string.Join(", ", offsets.Take(3))}], but a begin and an end not before it are expected");
        if (ByteCount(shape, TensorTypes.Size(type)) != end - begin)
        {
            string text = shape.Length <= 8 ? TensorInfo.ShapeText(shape) : $"of {shape.Length} dimensions";
            throw new ModelFileException(_file, name, $"the shape is {text} of {type}, but the data have {end - begin} bytes");
        }

        return new TensorInfo(name, type, shape, begin, end);
    }

    /// <summary>The bytes of a tensor, or −1 where there are more than a <see cref="long"/> holds.</summary>
    private static long ByteCount(int[] shape, int size)
    {
        if (shape.Contains(0))
            return 0;

        long bytes = size;
        foreach (int length in shape)
        {
            if (bytes > long.MaxValue / length)
                return -1;
            bytes *= length;
        }

        return bytes;
    }
}
