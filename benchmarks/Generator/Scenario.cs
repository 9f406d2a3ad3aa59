using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.GeneratorBenchmark;

/// <summary>Medians of a number of networks.</summary>
/// <param name="Networks">How many.</param>
/// <param name="Cold">The first run.</param>
/// <param name="Typing">After an edit of a method's body in a file without networks.</param>
/// <param name="Declaring">After another member in a file without networks.</param>
/// <param name="Network">After another size in one network.</param>
internal sealed record Scenario(int Networks, Measurement Cold, Measurement Typing, Measurement Declaring, Measurement Network)
{
    /// <summary>What Roslyn takes for the generated files alone, after an edit of a method's body.</summary>
    public required Measurement Files { get; init; }

    /// <summary>What a generator takes that finds the attribute by Roslyn's search, after an edit of a method's body.</summary>
    public required Measurement Search { get; init; }

    /// <summary>The first run of that generator: parts of it, such as the first binding of a compilation, every generator that binds attributes takes.</summary>
    public required Measurement SearchCold { get; init; }

    /// <summary>The files that are printed: at first, after an edit of a body, of another member, and of one network.</summary>
    public required IReadOnlyList<int> Printed { get; init; }

    /// <summary>An editor's process is warm: Roslyn's own methods have gone through their tiers.</summary>
    private const int WarmingRuns = 3;

    /// <summary>The runtime compiles a method again when for 100 ms no new one came.</summary>
    private static readonly TimeSpan TierDelay = TimeSpan.FromMilliseconds(300);

    public static Scenario Measure(int networks, Func<IIncrementalGenerator> create, int coldRounds, int editRounds)
    {
        Workload workload = new(networks);
        DriverRun run = new(create);
        Measurement cold = Median(coldRounds, () => run.Cold(workload.Create()));
        IReadOnlyDictionary<string, string> texts = run.Texts();
        return new Scenario(
            networks,
            cold,
            Edited(workload, run, workload.EditBody, editRounds),
            Edited(workload, run, workload.EditMembers, editRounds),
            Edited(workload, run, workload.EditNetwork, editRounds))
        {
            Files = Edited(workload, new DriverRun(() => new FileReplay(texts)), workload.EditBody, editRounds),
            Search = Edited(workload, new DriverRun(() => new SearchReplay()), workload.EditBody, editRounds),
            SearchCold = SearchedCold(workload, coldRounds),
            Printed = CountPrinted(workload, create),
        };
    }

    private static Measurement SearchedCold(Workload workload, int rounds)
    {
        DriverRun run = new(() => new SearchReplay());
        return Median(rounds, () => run.Cold(workload.Create()));
    }

    private static Measurement Edited(Workload workload, DriverRun run, Func<CSharpCompilation, CSharpCompilation> edit, int rounds)
    {
        CSharpCompilation compilation = workload.Create();
        run.Cold(compilation);
        for (int warming = 0; warming < WarmingRuns; warming++)
        {
            Median(rounds, () => run.Run(compilation = edit(compilation)));
            Thread.Sleep(TierDelay);
        }

        return Median(rounds, () => run.Run(compilation = edit(compilation)));
    }

    private static Measurement Median(int rounds, Func<Measurement> measure) => Measurement.Median([.. Enumerable.Range(0, rounds).Select(_ => measure())]);

    private static int[] CountPrinted(Workload workload, Func<IIncrementalGenerator> create)
    {
        DriverRun tracked = new(create, isTracked: true);
        CSharpCompilation compilation = workload.Create();
        return [.. new Func<CSharpCompilation, CSharpCompilation>[] { x => x, workload.EditBody, workload.EditMembers, workload.EditNetwork }.Select(edit =>
        {
            tracked.Run(compilation = edit(compilation));
            return tracked.Emitted();
        })];
    }
}
