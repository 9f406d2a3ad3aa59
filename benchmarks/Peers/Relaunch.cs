using System.Text.Json;
using NetGen.Peers.Measuring;

namespace NetGen.Peers;

/// <summary>Runs this program again where a run needs another process.</summary>
internal static class Relaunch
{
    private const string Program = "Peers";

    /// <summary>The same measurements without AVX-512, against peers compiled without it.</summary>
    public static Results Narrow(Options options)
    {
        Console.WriteLine("Again with 256-bit vectors …");
        string file = Path.GetTempFileName();
        try
        {
            CommandResult run = Run(options.ForWorker(file), new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" });
            if (!run.Succeeded)
                throw new InvalidOperationException($"The run with 256-bit vectors failed: {run.Error}");
            Console.Write(run.Output);
            return JsonSerializer.Deserialize<Results>(File.ReadAllText(file))!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static CommandResult Run(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // Started by "dotnet run" this process is the program itself, by "dotnet Peers.dll" it is the host.
        string host = Environment.ProcessPath!;
        bool isProgram = Path.GetFileNameWithoutExtension(host) == Program;
        string[] start = isProgram ? [] : [Path.Combine(AppContext.BaseDirectory, Program + ".dll")];
        return Command.Run(host, [.. start, .. arguments], environment: environment);
    }
}
