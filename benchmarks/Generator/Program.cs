extern alias Generator;

using System.Runtime.CompilerServices;
using Generator::NetGen.Generator;
using NetGen.GeneratorBenchmark;

const int EditRounds = 101;

Func<NetworkGenerator> create = () => new NetworkGenerator();
Scenario.Measure(50, create, coldRounds: 40, editRounds: EditRounds); // methods go through their tiers, as in an editor's process
List<Scenario> scenarios = [];
foreach (int networks in new[] { 1, 100, 1000 })
{
    scenarios.Add(Scenario.Measure(networks, create, coldRounds: networks > 500 ? 3 : 11, EditRounds));
    Console.WriteLine(scenarios[^1]);
}

List<BuildShare> builds = [];
foreach (int networks in new[] { 1, 1, 30 })
{
    builds.Add(BuildShare.Measure(networks, create, [new NetworkAnalyzer(), new NetworkCallAnalyzer()]));
    Console.WriteLine(builds[^1]);
}

File.WriteAllText(Path.Combine(Repository(), "docs", "generator-benchmarks.md"), Report.Text(scenarios, builds[1..]));

static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
