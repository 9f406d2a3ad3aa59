using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Deployment;

/// <summary>The program that trains, saves, loads and predicts, built for each framework and run by the JIT.</summary>
public sealed class JitProgram
{
    private readonly ConsumerFolder _consumer;

    public JitProgram(PackedLibrary library)
    {
        _consumer = library.CreateConsumer("jit", TrainingProgram.Name);
        _consumer.Dotnet(["build", "-c", "Release"]);
        Output = Run("net10.0");
    }

    /// <summary>What the program for .NET 10 prints.</summary>
    public string Output { get; }

    /// <summary>The command that runs the program for .NET 10.</summary>
    public (string Program, string[] Arguments) Command => ("dotnet", [PathOf("net10.0")]);

    /// <summary>Runs the program for a framework, on the runtime that is there.</summary>
    public string Run(string framework) =>
        CommandLine.Dotnet(Directory.CreateDirectory(Path.Combine(_consumer.Folder, "run", framework)).FullName, [PathOf(framework)]);

    private string PathOf(string framework) => Path.Combine(_consumer.Folder, "bin", "Release", framework, TrainingProgram.Name + ".dll");
}
