namespace NetGen.MathNetTests.Data;

/// <summary>Data that may not be redistributed; tests that need them are skipped where they are not beside the repository.</summary>
internal static class ReferenceData
{
    /// <summary>The folder <c>shared/reference/data</c> beside the test's directory or one above it, or null.</summary>
    private static readonly string? Folder = Find();

    public static bool Has(string file) => Folder is not null && File.Exists(Path.Combine(Folder, file));

    public static string PathOf(string file) => Path.Combine(Folder ?? throw new DirectoryNotFoundException(file), file);

    private static string? Find()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string candidate = Path.Combine(directory.FullName, "shared", "reference", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
