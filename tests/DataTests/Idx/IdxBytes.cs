using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.DataTests.Idx;

/// <summary>Writes IDX files as the format's description has them.</summary>
internal static class IdxBytes
{
    public static byte[] Of(byte type, int[] sizes, params byte[] numbers)
    {
        byte[] header = new byte[4 + (4 * sizes.Length)];
        header[2] = type;
        header[3] = (byte)sizes.Length;
        for (int i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        return [.. header, .. numbers];
    }

    public static byte[] Packed(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
