using System.IO.Compression;

namespace NetGen.Data;

/// <summary>The bytes of an IDX file, unpacked where it is packed.</summary>
internal sealed class IdxSource : IDisposable
{
    /// <summary>Deflate packs at most 258 bytes into two bits (RFC 1951), 1032 to one; so no honest file unpacks to more.</summary>
    private const int GreatestRatio = 1032;

    private static readonly byte[] GzipMagic = [0x1F, 0x8B];

    private readonly Stream _stream;
    private readonly long _length;

    public IdxSource(string path)
    {
        Path = path;
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        _length = file.Length;
        Span<byte> start = stackalloc byte[GzipMagic.Length];
        IsPacked = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(GzipMagic);
        file.Position = 0;
        _stream = IsPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    public string Path { get; }

    /// <summary>Whether the number of unpacked bytes is not known before they are read.</summary>
    public bool IsPacked { get; }

    /// <summary>The greatest number of bytes that the file can hold; the number itself where it is not packed.</summary>
    public long MostBytes => IsPacked ? _length * GreatestRatio : _length;

    public DataFileException Error(string problem, Exception? inner = null) => new(Path, problem, inner);

    /// <summary>Reads bytes until the buffer is full or the file ends; returns their number.</summary>
    public int Read(Span<byte> buffer)
    {
        try
        {
            return _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException damage)
        {
            throw Error($"The file cannot be unpacked: {damage.Message}", damage);
        }
    }

    public void Dispose() => _stream.Dispose();
}
