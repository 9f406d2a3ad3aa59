using System.IO.Compression;
using System.Text.Json;

namespace NetGen.GeneratorTests.Reference;

/// <summary>The stored reference values: embedded in the test assembly.</summary>
internal static class ReferenceData
{
    public static JsonElement Json(string name)
    {
        using Stream stream = Open(name);
        using Stream content = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using JsonDocument document = JsonDocument.Parse(content);
        return document.RootElement.Clone();
    }

    /// <summary>The rows of an embedded CSV file, without its header line.</summary>
    public static double[][] Csv(string name)
    {
        using StreamReader reader = new(Open(name));
        return ParseCsv(reader.ReadToEnd(), headerLines: 1);
    }

    public static double[][] ParseCsv(string text, int headerLines) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(headerLines)
            .Select(line => line.Split(',').Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToArray()),
    ];

    /// <summary>An embedded file.</summary>
    public static Stream Open(string name) =>
        typeof(ReferenceData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
}
