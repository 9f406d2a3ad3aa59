using System.Xml.Linq;
using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Templates;

/// <summary>The packed templates, installed into a folder of their own.</summary>
public sealed class InstalledTemplates
{
    private readonly ConsumerFolder _consumer;
    private readonly string[] _hive;

    public InstalledTemplates(PackedLibrary library)
    {
        _consumer = library.CreateConsumer("templates");
        _hive = ["--debug:custom-hive", Path.Combine(library.Root, "hive")];
        _consumer.Dotnet(["new", "install", Path.Combine(library.Feed, $"NetGen.Templates.{PackedLibrary.Version}.nupkg"), .. _hive]);
    }

    /// <summary>Makes a project in a folder of its name.</summary>
    public void New(string name, params string[] options) => _consumer.Dotnet(["new", "netgen", "--name", name, .. options, .. _hive]);

    public XElement Project(string name) => XElement.Load(Path.Combine(_consumer.Folder, name, name + ".csproj"));

    /// <summary>Publishes a project that is set to Native AOT, and returns what the executable prints.</summary>
    public string RunPublished(string name)
    {
        string output = Path.Combine(_consumer.Folder, name, "published");
        _consumer.DotnetIn(name, ["publish", "-c", "Release", "-warnaserror", "--use-current-runtime", "-o", output]);
        string program = Path.Combine(output, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return CommandLine.Run(program, output, []).ReplaceLineEndings("\n").TrimEnd();
    }

    /// <summary>Builds a project, with warnings as errors, and returns what it prints on the runtime that is there.</summary>
    public string Run(string name, string framework)
    {
        _consumer.DotnetIn(name, ["build", "-c", "Release", "-warnaserror"]);
        string output = _consumer.DotnetIn(
            name,
            [Path.Combine("bin", "Release", framework, name + ".dll")],
            ("DOTNET_ROLL_FORWARD", "Major"),
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
        return output.ReplaceLineEndings("\n").TrimEnd();
    }
}
