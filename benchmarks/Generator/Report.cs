using System.Globalization;
using System.Text;

namespace NetGen.GeneratorBenchmark;

/// <summary>Writes the page of the measurements.</summary>
internal static class Report
{
    public static string Text(IEnumerable<Scenario> scenarios)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            # The generator's own speed

            Processor time and allocations of `NetworkGenerator` through a `GeneratorDriver`, medians; networks of five layers, a file each.
            `dotnet run -c Release --project benchmarks/Generator` measures anew and writes this page.

            .NET {Environment.Version}, {Environment.ProcessorCount} cores. "First" is a run without caches, "elsewhere" one after an edit of a
            file without networks, "a network" one after another size in one network. In brackets what Roslyn itself takes for it: a
            generator on `ForAttributeWithMetadataName` that adds the same texts without computing anything. Roslyn binds the attributes of
            every class anew in every compilation, so that no such generator has an edit elsewhere for less.

            | networks | first | per network | elsewhere | a network | files printed | allocated first | elsewhere | a network |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (Scenario scenario in scenarios)
        {
            double cold = scenario.Cold.Milliseconds / scenario.Networks, roslyn = scenario.RoslynCold.Milliseconds / scenario.Networks;
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.Networks:N0} | {Time(scenario.Cold)} ({Time(scenario.RoslynCold)}) | {cold:F2} ms ({roslyn:F2} ms) ");
            text.Append(CultureInfo.InvariantCulture, $"| {Time(scenario.Elsewhere)} ({Time(scenario.RoslynElsewhere)}) | {Time(scenario.Network)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.Cold.Emitted:N0}, {scenario.Elsewhere.Emitted}, {scenario.Network.Emitted} ");
            text.Append(CultureInfo.InvariantCulture, $"| {Size(scenario.Cold)} | {Size(scenario.Elsewhere)} | {Size(scenario.Network)} |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Time(Measurement measurement) => string.Create(CultureInfo.InvariantCulture, $"{measurement.Milliseconds:F2} ms");

    private static string Size(Measurement measurement) => string.Create(CultureInfo.InvariantCulture, $"{measurement.Bytes / 1024.0:N0} KB");
}
