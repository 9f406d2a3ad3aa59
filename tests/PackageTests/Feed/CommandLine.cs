using System.Diagnostics;

namespace NetGen.PackageTests.Feed;

/// <summary>Runs a program and fails with its output.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>The test host's own MSBuild settings, which must not leak into a build.</summary>
    private static readonly string[] HostVariables = ["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath"];

    public static string Dotnet(string directory, string[] arguments, params (string Name, string Value)[] environment) =>
        Run("dotnet", directory, arguments, environment);

    public static string Run(string program, string directory, string[] arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Process.Start(StartOf(program, directory, arguments, environment))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string command = $"{program} {string.Join(' ', arguments)}";
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} did not end within {Limit}.");
        }

        string text = output.Result + errors.Result;
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{text}");
        return text;
    }

    private static ProcessStartInfo StartOf(
        string program, string directory, string[] arguments, IEnumerable<(string Name, string Value)> environment)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (string name in HostVariables)
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
