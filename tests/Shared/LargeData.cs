namespace NetGen.Testing;

/// <summary>
/// Data that may not be redistributed: in the folder that the environment names, or in <c>shared/reference/data</c> beside the
/// repository. Tests that need them are skipped where they are absent.
/// </summary>
internal static class LargeData
{
    public const string LocationVariable = "NETGEN_REFERENCE_DATA";

    private static readonly string? Folder = Environment.GetEnvironmentVariable(LocationVariable) ?? Find();

    /// <summary>Why a test that needs these files cannot run; null where it can.</summary>
    public static string? Missing(string[] files) =>
        files.FirstOrDefault(file => Folder is null || !File.Exists(Path.Combine(Folder, file))) is { } missing
            ? $"{missing} may not be redistributed; set {LocationVariable} to the folder that holds it"
            : null;

    public static string PathOf(string file) => Path.Combine(Folder ?? throw new DirectoryNotFoundException(LocationVariable), file);

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
