using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.GeneratorBenchmark;

/// <summary>Medians of a number of networks.</summary>
/// <param name="Networks">How many.</param>
/// <param name="Cold">The first run.</param>
/// <param name="Elsewhere">After an edit of a file without networks.</param>
/// <param name="Network">After an edit of one network.</param>
/// <param name="RoslynCold">What Roslyn itself takes in the first run.</param>
/// <param name="RoslynElsewhere">What Roslyn itself takes after an edit elsewhere.</param>
internal sealed record Scenario(
    int Networks, Measurement Cold, Measurement Elsewhere, Measurement Network, Measurement RoslynCold, Measurement RoslynElsewhere)
{
    public static Scenario Measure(int networks, Func<IIncrementalGenerator> create, int coldRounds, int editRounds)
    {
        Workload workload = new(networks);
        DriverRun run = new(create);
        run.Cold(workload.Create());
        IReadOnlyDictionary<string, string> texts = run.Texts();
        DriverRun replay = new(() => new Replay(texts));
        List<Measurement> cold = [], replayed = [];
        for (int round = 0; round < coldRounds; round++)
        {
            cold.Add(run.Cold(workload.Create()));
            replayed.Add(replay.Cold(workload.Create()));
        }

        CSharpCompilation compilation = workload.Create();
        run.Cold(compilation);
        replay.Cold(compilation);
        List<Measurement> elsewhere = [], network = [], searched = [];
        for (int round = 0; round < editRounds; round++)
        {
            elsewhere.Add(run.Run(compilation = workload.EditElsewhere(compilation)));
            searched.Add(replay.Run(compilation = workload.EditElsewhere(compilation)));
            network.Add(run.Run(compilation = workload.EditNetwork(compilation)));
        }

        return new Scenario(
            networks,
            Measurement.Median(cold),
            Measurement.Median(elsewhere),
            Measurement.Median(network),
            Measurement.Median(replayed),
            Measurement.Median(searched));
    }
}
