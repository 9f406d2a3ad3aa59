using System.Buffers.Binary;
using System.Numerics;

namespace NetGen.Data;

/// <summary>Reads and converts the numbers of an IDX file.</summary>
internal static class IdxValues
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>Reads all numbers that a header declares, and checks that the file ends after them.</summary>
    /// <remarks>The array grows with the numbers read where the file's true length is not known.</remarks>
    public static T[] Read<T>(IdxSource source, IdxHeader header)
        where T : unmanaged, INumberBase<T>
    {
        byte[] chunk = new byte[ChunkBytes];
        T[] values = new T[source.IsPacked ? Math.Min(header.Count, ChunkBytes) : header.Count];
        for (int done = 0; done < header.Count;)
        {
            if (done == values.Length)
                Array.Resize(ref values, (int)Math.Min(header.Count, 2L * values.Length));
            int count = Math.Min(values.Length - done, ChunkBytes / header.NumberBytes);
            Span<byte> bytes = chunk.AsSpan(0, count * header.NumberBytes);
            int found = source.Read(bytes);
            if (found < bytes.Length)
                throw source.Error($"The file ends after {done + (found / header.NumberBytes)} of {header.Count} numbers.");
            Convert(source, header.Type, bytes, values.AsSpan(done, count));
            done += count;
        }

        if (source.Read(chunk.AsSpan(0, 1)) > 0)
            throw source.Error($"The file goes on after the {header.Count} numbers that it declares.");
        return values;
    }

    private static void Convert<T>(IdxSource source, IdxType type, ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        try
        {
            Convert(type, bytes, values);
        }
        catch (OverflowException overflow)
        {
            throw source.Error($"A number of type {type} does not fit {typeof(T).Name}.", overflow);
        }
    }

    private static void Convert<T>(IdxType type, ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = type switch
            {
                IdxType.UnsignedByte => T.CreateChecked(bytes[i]),
                IdxType.SignedByte => T.CreateChecked((sbyte)bytes[i]),
                IdxType.Short => T.CreateChecked(BinaryPrimitives.ReadInt16BigEndian(bytes[(i * sizeof(short))..])),
                IdxType.Int => T.CreateChecked(BinaryPrimitives.ReadInt32BigEndian(bytes[(i * sizeof(int))..])),
                IdxType.Float => T.CreateChecked(BinaryPrimitives.ReadSingleBigEndian(bytes[(i * sizeof(float))..])),
                _ => T.CreateChecked(BinaryPrimitives.ReadDoubleBigEndian(bytes[(i * sizeof(double))..])),
            };
        }
    }
}
