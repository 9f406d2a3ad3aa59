using System.Text.Json;

namespace NetGen.Files;

/// <summary>The fields of a tensor in a header, each of which must be there once.</summary>
internal ref struct TensorFields(string file, string name)
{
    private const int ShownDimensions = 8;

    private TensorType? _type;
    private int[]? _shape;
    private (long Begin, long End)? _offsets;

    /// <summary>Reads and checks a tensor, whose name was read.</summary>
    public static TensorInfo Read(ref HeaderTokens tokens, string file, string name)
    {
        TensorFields fields = new(file, name);
        tokens.Begin(JsonTokenType.StartObject, name);
        while (tokens.Next())
            fields.ReadOne(ref tokens);
        return fields.Checked();
    }

    private void ReadOne(ref HeaderTokens tokens)
    {
        if (_type is null && tokens.Is("dtype"u8, name))
            _type = Type(tokens.Text(name));
        else if (_shape is null && tokens.Is("shape"u8, name))
            _shape = Shape(tokens.Integers(name, int.MaxValue));
        else if (_offsets is null && tokens.Is("data_offsets"u8, name))
            _offsets = Offsets(tokens.Integers(name, long.MaxValue));
        else
            throw Error($"the field {ModelFileException.Quote(tokens.Name(name))} is unknown or there twice");
    }

    private readonly TensorType Type(string text) =>
        TensorTypes.Parse(text) ?? throw Error($"the element type {ModelFileException.Quote(text)} is unknown");

    private static int[] Shape(ReadOnlySpan<long> values)
    {
        int[] shape = new int[values.Length];
        for (int i = 0; i < shape.Length; i++)
            shape[i] = (int)values[i];
        return shape;
    }

    private readonly (long Begin, long End) Offsets(ReadOnlySpan<long> values)
    {
        if (values is not [long begin, long end])
            throw Error($"there are {values.Length} data offsets, but 2 are expected");
        if (begin > end)
            throw Error($"the data begin at {begin}, but end at {end}");
        return (begin, end);
    }

    private readonly TensorInfo Checked()
    {
        if (_type is not { } type || _shape is null || _offsets is not (long begin, long end))
            throw Error("dtype, shape or data_offsets is missing");
        if (ByteCount(_shape, TensorTypes.Size(type)) != end - begin)
        {
            string shape = _shape.Length <= ShownDimensions ? TensorInfo.ShapeText(_shape) : $"of {_shape.Length} dimensions";
            throw Error($"the shape is {shape} of {type}, but the data have {end - begin} bytes");
        }

        return new TensorInfo(name, type, _shape, begin, end);
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

    private readonly ModelFileException Error(string reason) => new(file, name, reason);
}
