using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NetGen.MathNetTests.Data;

/// <summary>Reads tensors of the safetensors layout: length of the header, header, little-endian data.</summary>
internal sealed class TensorFile
{
    private readonly byte[] _bytes;
    private readonly int _dataStart;
    private readonly JsonElement _header;

    public TensorFile(string path)
    {
        _bytes = File.ReadAllBytes(path);
        int headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(_bytes);
        _dataStart = 8 + headerLength;
        _header = JsonDocument.Parse(_bytes.AsMemory(8, headerLength)).RootElement;
    }

    public double[] Doubles(string name) => _header.GetProperty(name).GetProperty("dtype").GetString() == "F64"
        ? Data<double>(name).ToArray()
        : Array.ConvertAll(Data<float>(name).ToArray(), value => (double)value);

    public int[] Integers(string name) => Data<int>(name).ToArray();

    private ReadOnlySpan<T> Data<T>(string name)
        where T : struct
    {
        JsonElement offsets = _header.GetProperty(name).GetProperty("data_offsets");
        int start = offsets[0].GetInt32(), end = offsets[1].GetInt32();
        return MemoryMarshal.Cast<byte, T>(_bytes.AsSpan(_dataStart + start, end - start));
    }
}
