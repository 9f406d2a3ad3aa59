using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Content;

/// <summary>A small project, built with the settings of the repository in a clone with a remote.</summary>
internal sealed class BuiltClone : IDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-clone-").FullName;

    /// <param name="remote">The address of the remote; empty for none.</param>
    /// <param name="switches">Variables of the environment that are true.</param>
    public BuiltClone(string remote, params string[] switches)
    {
        foreach (string settings in Directory.GetFiles(Repository.Root, "Directory.*"))
            File.Copy(settings, Path.Combine(_folder, Path.GetFileName(settings)));
        Write(".git/HEAD", Commit + "\n");
        Write(".git/config", "[core]\n\trepositoryformatversion = 0\n" + (remote.Length > 0 ? $"[remote \"origin\"]\n\turl = {remote}\n" : ""));
        Directory.CreateDirectory(Path.Combine(_folder, ".git", "objects"));
        Directory.CreateDirectory(Path.Combine(_folder, ".git", "refs"));
        Write("src/Small.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        Write("src/Small.cs", "/// <summary>A class.</summary>\npublic class Small;\n");
        CommandLine.Dotnet(Path.Combine(_folder, "src"), ["build", "-c", "Release", "-o", "../bin"], [("CI", ""), .. switches.Select(name => (name, "true"))]);
    }

    public byte[] Assembly => File.ReadAllBytes(Path.Combine(_folder, "bin", "Small.dll"));

    public byte[] Symbols => File.ReadAllBytes(Path.Combine(_folder, "bin", "Small.pdb"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
