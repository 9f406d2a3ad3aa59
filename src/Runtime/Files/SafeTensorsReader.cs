using System.Buffers.Binary;

namespace NetGen.Files;

/// <summary>Reads a safetensors file. No length that the file states is trusted before as many bytes are there.</summary>
internal sealed class SafeTensorsReader(Stream stream, string file)
{
    private const int FirstChunk = 1 << 16;

    /// <exception cref="ModelFileException">The file is not a whole file of this format.</exception>
    public SafeTensorsFile Read()
    {
        SafeTensorsFile.RequireLittleEndian();
        long? left = stream.CanSeek ? stream.Length - stream.Position : null;
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(Bytes(SafeTensorsHeader.PrefixLength, left, "the length of the header"));
        left -= SafeTensorsHeader.PrefixLength;
        if (headerLength > SafeTensorsHeader.MaxLength)
            throw Error($"the header is said to have {headerLength} bytes, but at most {SafeTensorsHeader.MaxLength} are allowed");

        SafeTensorsHeader header = HeaderParser.Parse(Bytes((int)headerLength, left, "the header"), file);
        left -= (int)headerLength;
        if (header.DataLength > Array.MaxLength)
            throw Error($"the tensors have {header.DataLength} bytes, but at most {Array.MaxLength} can be read");

        byte[] data = Bytes((int)header.DataLength, left, "the tensors");
        if (left > data.Length || stream.ReadByte() >= 0)
            throw Error($"more bytes follow the {data.Length} bytes of the tensors");
        return new SafeTensorsFile(file, header, data);
    }

    /// <summary>Reads a number of bytes; where it is unknown how many are there, into an array that grows with them.</summary>
    private byte[] Bytes(int count, long? left, string what)
    {
        if (left < count)
            throw TooShort(count, left.Value, what);

        byte[] bytes = new byte[left is null ? Math.Min(count, FirstChunk) : count];
        int found = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        while (found == bytes.Length && found < count)
        {
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * found));
            found += stream.ReadAtLeast(bytes.AsSpan(found), bytes.Length - found, throwOnEndOfStream: false);
        }

        return found == count ? bytes : throw TooShort(count, found, what);
    }

    private ModelFileException TooShort(int count, long found, string what) =>
        Error($"{what} should take {count} bytes, but {found} are left");

    private ModelFileException Error(string reason) => new(file, null, reason);
}
