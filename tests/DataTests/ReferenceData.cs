namespace NetGen.DataTests;

/// <summary>Data that may not be redistributed, in a folder beside the repository where there is one.</summary>
internal static class ReferenceData
{
    private static readonly string Below = Path.Combine("shared", "reference", "data");

    /// <summary>The folder; null where it is absent.</summary>
    public static string? Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params string[] parts) => Path.Combine([Folder!, .. parts]);

    private static string? Find(DirectoryInfo? start)
    {
        for (DirectoryInfo? folder = start; folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, Below);
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
