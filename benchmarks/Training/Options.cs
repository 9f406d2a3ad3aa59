using System.Globalization;

namespace NetGen.TrainingBenchmark;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Options:
          --mnist FOLDER   where MNIST's four files lie, as *-ubyte.gz (searched for above this folder)
          --rounds N       interleaved rounds (5)
          --no-report      print only, write no docs/training-benchmarks.md
        """;

    private const int DefaultRounds = 5;

    public string? Mnist { get; private init; } = FindMnist();

    public int Rounds { get; private init; } = DefaultRounds;

    public bool Report { get; private init; } = true;

    public static Options Parse(string[] arguments)
    {
        Options options = new();
        Queue<string> queue = new(arguments);
        while (queue.TryDequeue(out string? option))
        {
            options = option switch
            {
                "--mnist" => options with { Mnist = Value(option) },
                "--rounds" => options with { Rounds = int.Parse(Value(option), CultureInfo.InvariantCulture) },
                "--no-report" => options with { Report = false },
                _ => throw new ArgumentException($"There is no option '{option}'.\n{Usage}"),
            };
        }

        return options;

        string Value(string option) => queue.TryDequeue(out string? value) ? value : throw new ArgumentException($"{option} takes a value.\n{Usage}");
    }

    /// <summary>MNIST is not redistributed with this project: a folder of reference data beside it may hold it.</summary>
    private static string? FindMnist()
    {
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "reference", "data", "mnist");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
