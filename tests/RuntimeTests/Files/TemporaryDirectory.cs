namespace NetGen.RuntimeTests.Files;

/// <summary>A directory of its own for a test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("netgen-").FullName;

    public IEnumerable<string> FileNames => Directory.EnumerateFileSystemEntries(Path).Select(x => System.IO.Path.GetFileName(x)).Order();

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
