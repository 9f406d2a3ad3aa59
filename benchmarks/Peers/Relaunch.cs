using System.Text.Json;
using NetGen.Peers.Measuring;

namespace NetGen.Peers;

/// <summary>Runs this program again where a run needs another process.</summary>
internal static class Relaunch
{
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
        string assembly = Path.Combine(AppContext.BaseDirectory, "Peers.dll");
        return Command.Run(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "Peers" ? path : "dotnet",
            Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "Peers" ? arguments : [assembly, .. arguments],
            environment: environment);
    }
}
