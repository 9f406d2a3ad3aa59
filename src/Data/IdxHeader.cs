using System.Buffers.Binary;

namespace NetGen.Data;

/// <summary>What an IDX file declares.</summary>
/// <param name="Type">The type of the numbers.</param>
/// <param name="Dimensions">The sizes, at least one.</param>
/// <param name="Count">The number of numbers.</param>
internal sealed record IdxHeader(IdxType Type, int[] Dimensions, int Count)
{
    private const int MagicBytes = 4;

    /// <summary>The number of bytes of a number.</summary>
    public int NumberBytes => Type switch
    {
        IdxType.UnsignedByte or IdxType.SignedByte => 1,
        IdxType.Short => 2,
        IdxType.Int or IdxType.Float => 4,
        _ => 8,
    };

    /// <summary>Reads a header, and checks that the file can be as long as it says.</summary>
    public static IdxHeader Read(IdxSource source)
    {
        Span<byte> magic = stackalloc byte[MagicBytes];
        if (source.Read(magic) < magic.Length)
            throw source.Error("The file ends within the first four bytes.");
        if (magic[0] != 0 || magic[1] != 0 || !Enum.IsDefined((IdxType)magic[2]) || magic[3] == 0)
        {
            throw source.Error(
                $"The file starts with {Convert.ToHexString(magic)}, but an IDX file starts with 0000, a type of 08 to 0E other than 0A and at least one dimension.");
        }

        int[] dimensions = ReadDimensions(source, magic[3]);
        IdxHeader header = new((IdxType)magic[2], dimensions, Product(source, dimensions));
        header.CheckLength(source);
        return header;
    }

    private static int[] ReadDimensions(IdxSource source, int count)
    {
        Span<byte> sizes = stackalloc byte[count * sizeof(uint)];
        if (source.Read(sizes) < sizes.Length)
            throw source.Error($"The file ends within the sizes of {count} dimensions.");
        int[] dimensions = new int[count];
        for (int i = 0; i < count; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(sizes[(i * sizeof(uint))..]);
            dimensions[i] = size <= int.MaxValue ? (int)size : throw source.Error($"Dimension {i} has the size {size}, above {int.MaxValue}.");
        }

        return dimensions;
    }

    private static int Product(IdxSource source, int[] dimensions)
    {
        if (dimensions.Contains(0))
            return 0;
        long product = 1;
        foreach (int size in dimensions)
        {
            product *= size;
            if (product > Array.MaxLength)
                throw source.Error($"The sizes {string.Join(" × ", dimensions)} are more than the {Array.MaxLength} numbers that an array can hold.");
        }

        return (int)product;
    }

    private void CheckLength(IdxSource source)
    {
        long bytes = MagicBytes + (Dimensions.Length * sizeof(uint)) + ((long)Count * NumberBytes);
        string declared = $"The sizes {string.Join(" × ", Dimensions)} of type {Type} make {bytes} bytes with the header";
        if (bytes > source.MostBytes)
            throw source.Error($"{declared}, but the file holds {(source.IsPacked ? "at most " : "")}{source.MostBytes}.");
        if (!source.IsPacked && bytes < source.MostBytes)
            throw source.Error($"{declared}, but the file holds {source.MostBytes}.");
    }
}
