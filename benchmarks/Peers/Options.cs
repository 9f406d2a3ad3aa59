using System.Globalization;
using NetGen.Peers.Networks;

namespace NetGen.Peers;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Options:
          --networks T1,S1   only these networks (T1 T2 S1 S2 M1 M2 L1 L2 A1)
          --batches 1,32     only these batch sizes
          --rounds N         interleaved rounds per figure (9)
          --quick            3 rounds of 1 ms; the figures are rough
          --no-report        print only, write no docs/benchmarks.md
          --no-narrow        no second run with 256-bit vectors
        """;

    private const double Milliseconds = 4;
    private const int QuickRounds = 3;

    public NetworkSpec[] Networks { get; private init; } = Catalog.All;

    public int[] Batches { get; private init; } = [1, 32, 256];

    public int Rounds { get; private init; } = 9;

    /// <summary>How long a job runs in a round.</summary>
    public double RoundMilliseconds { get; private init; } = Milliseconds;

    public bool Report { get; private init; } = true;

    public bool Narrow { get; private init; } = true;

    /// <summary>Where a run that was launched by another writes its results.</summary>
    public string? WorkerFile { get; private init; }

    /// <summary>Whether to time nothing but a first call.</summary>
    public bool FirstCall { get; private init; }

    public static Options Parse(string[] arguments)
    {
        var options = new Options();
        var queue = new Queue<string>(arguments);
        while (queue.TryDequeue(out string? option))
        {
            options = option switch
            {
                "--networks" => options with { Networks = [.. Value(option).Split(',').Select(Network)] },
                "--batches" => options with { Batches = [.. Value(option).Split(',').Select(Number)] },
                "--rounds" => options with { Rounds = Number(Value(option)) },
                "--quick" => options with { Rounds = QuickRounds, RoundMilliseconds = 1 },
                "--no-report" => options with { Report = false },
                "--no-narrow" => options with { Narrow = false },
                "--worker" => options with { WorkerFile = Value(option), Report = false, Narrow = false },
                "--first-call" => options with { FirstCall = true },
                _ => throw new ArgumentException($"There is no option '{option}'.\n{Usage}"),
            };
        }

        return options;

        string Value(string option) =>
            queue.TryDequeue(out string? value) ? value : throw new ArgumentException($"{option} needs a value.\n{Usage}");
    }

    /// <summary>The arguments of a run of this program that writes its results to a file.</summary>
    public string[] ForWorker(string file) =>
    [
        "--networks", string.Join(',', Networks.Select(network => network.Name)),
        "--batches", string.Join(',', Batches),
        .. RoundMilliseconds < Milliseconds ? ["--quick"] : Array.Empty<string>(),
        "--rounds", Rounds.ToString(CultureInfo.InvariantCulture),
        "--worker", file,
    ];

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new ArgumentException($"'{text}' is no positive number.\n{Usage}");

    private static NetworkSpec Network(string name) =>
        Catalog.All.FirstOrDefault(network => network.Name == name) ?? throw new ArgumentException($"There is no network '{name}'.\n{Usage}");
}
