using System.Text.Json;
using NetGen.Peers.Measuring;
using NetGen.Peers.Native;

namespace NetGen.Peers.External;

/// <summary>PyTorch in a process of its own, on one thread. It inherits the core that this thread is pinned to.</summary>
internal static class PyTorch
{
    public const string Name = "PyTorch";

    /// <summary>Debian's packages belong to the interpreter in /usr/bin, which need not be the first in the path.</summary>
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Measure(Options options, Results results)
    {
        if (Interpreters.FirstOrDefault(HasTorch) is not { } python)
        {
            results.Notes.Add("No PyTorch: it is left out (Debian: python3-torch).");
            return;
        }

        Console.WriteLine("PyTorch …");
        string script = Path.Combine(AppContext.BaseDirectory, "scripts", "torch_peer.py");
        CommandResult run = Command.Run(python, [script], Job(options), NativePeers.BlasEnvironment);
        if (!run.Succeeded)
        {
            results.Notes.Add($"PyTorch failed and is left out: {run.Error.Trim().Split('\n')[^1]}");
            return;
        }

        TorchResults torch = JsonSerializer.Deserialize<TorchResults>(run.Output, Json)!;
        results.Notes.Add($"PyTorch {torch.Version}, eager, one thread.");
        results.Measurements.AddRange(torch.Measurements.Select(m => new Measurement(
            m.Network, Precision.Single, Enum.Parse<Mode>(m.Mode), m.Batch, Name, m.Median, m.Best, 0)));
    }

    private static bool HasTorch(string python) => Command.Run(python, ["-c", "import torch"]).Succeeded;

    private static string Job(Options options) => JsonSerializer.Serialize(
        new
        {
            networks = options.Networks.Select(network => new
            {
                name = network.Name,
                sizes = (int[])[network.InputSize, .. network.Layers.Select(layer => layer.OutputSize)],
                activations = network.Layers.Select(layer => layer.Activation.ToString()),
                loss = network.Loss.ToString(),
            }),
            batches = options.Batches,
            rounds = options.Rounds,
            milliseconds = options.RoundMilliseconds,
        });
}
