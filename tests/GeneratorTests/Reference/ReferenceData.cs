using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NetGen.GeneratorTests.Reference;

/// <summary>The stored reference values: embedded in the test assembly, or in a folder named by the environment.</summary>
internal static class ReferenceData
{
    public const string LocationVariable = "NETGEN_REFERENCE_DATA";

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

    /// <summary>
    /// A file of the folder that the environment names, or of <c>shared/reference/data</c> beside the repository; null
    /// where it is absent.
    /// </summary>
    public static string? LargeFile(string relativePath)
    {
        string folder = Environment.GetEnvironmentVariable(LocationVariable) ?? BesideRepository();
        string file = Path.Combine(folder, relativePath);
        return File.Exists(file) ? file : null;
    }

    /// <summary>An embedded file.</summary>
    public static Stream Open(string name) =>
        typeof(ReferenceData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);

    private static string BesideRepository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "..", "shared", "reference", "data"));
}
