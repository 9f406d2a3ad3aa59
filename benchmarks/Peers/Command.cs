using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Peers;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    public static CommandResult Run(
        string program, IEnumerable<string> arguments, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new CommandResult(process.ExitCode == 0, output, error.Result);
        }
        catch (Win32Exception exception)
        {
            return new CommandResult(false, "", exception.Message);
        }
    }
}
