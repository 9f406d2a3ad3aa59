using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// Reads CSV files: one row of fields a line, with quotes as RFC 4180 has them, but no line breaks in them. Numbers are in the
/// invariant culture, "1.5e-3"; white space around a field and blank lines do not count.
/// </summary>
public static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The path of the file, in UTF-8 or with a byte order mark.</param>
    /// <param name="options">How to read it, and what its columns are.</param>
    /// <exception cref="DataFileException">The file does not hold what it should.</exception>
    /// <exception cref="ArgumentException">An option is wrong in itself.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset<T> Read<T>(string path, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Read<T>(path, options, out _);

    /// <summary>Reads a file, and what its columns are called.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The path of the file, in UTF-8 or with a byte order mark.</param>
    /// <param name="options">How to read it, and what its columns are.</param>
    /// <param name="columns">What the columns and classes are called.</param>
    /// <exception cref="DataFileException">The file does not hold what it should.</exception>
    /// <exception cref="ArgumentException">An option is wrong in itself.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset<T> Read<T>(string path, CsvOptions options, out CsvColumns columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CsvGuard.Options(options);
        using StreamReader reader = new(path);
        return Read<T>(reader, path, options, out columns);
    }

    /// <summary>Reads what a reader holds.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="reader">The reader, which is left open.</param>
    /// <param name="options">How to read it, and what its columns are.</param>
    /// <exception cref="DataFileException">The text does not hold what it should.</exception>
    /// <exception cref="ArgumentException">An option is wrong in itself.</exception>
    public static Dataset<T> Read<T>(TextReader reader, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Read<T>(reader, options, out _);

    /// <summary>Reads what a reader holds, and what its columns are called.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="reader">The reader, which is left open.</param>
    /// <param name="options">How to read it, and what its columns are.</param>
    /// <param name="columns">What the columns and classes are called.</param>
    /// <exception cref="DataFileException">The text does not hold what it should.</exception>
    /// <exception cref="ArgumentException">An option is wrong in itself.</exception>
    public static Dataset<T> Read<T>(TextReader reader, CsvOptions options, out CsvColumns columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(reader);
        CsvGuard.Options(options);
        return Read<T>(reader, null, options, out columns);
    }

    private static Dataset<T> Read<T>(TextReader reader, string? path, CsvOptions options, out CsvColumns columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using CsvCursor cursor = new(reader, path, options);
        CsvLayout layout = CsvLayout.Of(cursor, options);
        return new CsvRows<T>(cursor, layout, options).Read(out columns);
    }
}
