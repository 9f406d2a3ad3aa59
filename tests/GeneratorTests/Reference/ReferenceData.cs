using System.IO.Compression;
using System.Text.Json;

namespace NetGen.GeneratorTests.Reference;

/// <summary>The stored reference values: embedded in the test assembly, or too large and beside the repository.</summary>
internal static class ReferenceData
{
    private const string LocationVariable = "NETGEN_REFERENCE_DATA";

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

    /// <summary>A file of the large data folder, or null where the folder is absent.</summary>
    public static string? LargeFile(string relativePath) =>
        new[] { Environment.GetEnvironmentVariable(LocationVariable), BesideRepository() }
            .OfType<string>().Select(folder => Path.Combine(folder, relativePath)).FirstOrDefault(File.Exists);

    private static string? BesideRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "reference", "data");
    }

    private static Stream Open(string name) =>
        typeof(ReferenceData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
}
