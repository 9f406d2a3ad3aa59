using System.Buffers.Binary;
using System.Text.Json;
using NetGen.GeneratorTests.Reference;
using NetGen.Testing;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>Reads tensors of a safetensors file: the length of a JSON header, the header, raw little-endian data.</summary>
internal static class Safetensors
{
    public static double[] Read(string file, string tensor) => Read(File.ReadAllBytes(LargeData.PathOf(file)), tensor).Values;

    public static double[][] Rows(string file, string tensor)
    {
        (double[] values, int[] shape) = Read(File.ReadAllBytes(LargeData.PathOf(file)), tensor);
        return [.. values.Chunk(shape[1])];
    }

    private static (double[] Values, int[] Shape) Read(byte[] file, string tensor)
    {
        int headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        JsonElement entry = header.RootElement.GetProperty(tensor);
        int[] offsets = entry.GetProperty("data_offsets").Integers(), shape = entry.GetProperty("shape").Integers();
        byte[] data = file[(8 + headerLength + offsets[0])..(8 + headerLength + offsets[1])];
        return (Convert(data, entry.GetProperty("dtype").GetString()!), shape);
    }

    private static double[] Convert(byte[] data, string type) => type switch
    {
        "F64" => [.. data.Chunk(8).Select(x => BinaryPrimitives.ReadDoubleLittleEndian(x))],
        "F32" => [.. data.Chunk(4).Select(x => (double)BinaryPrimitives.ReadSingleLittleEndian(x))],
        "I32" => [.. data.Chunk(4).Select(x => (double)BinaryPrimitives.ReadInt32LittleEndian(x))],
        _ => throw new NotSupportedException(type),
    };
}
