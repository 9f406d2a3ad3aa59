using System.Globalization;
using System.Text;

namespace NetGen.GeneratorBenchmark;

/// <summary>Writes the page of the measurements.</summary>
internal static class Report
{
    public static string Text(IEnumerable<Scenario> scenarios, IEnumerable<BuildShare> builds)
    {
        StringBuilder text = new();
        Append(text, $"""
            # The generator's own speed

            Processor time and allocations of `NetworkGenerator` through a `GeneratorDriver`, medians, in a warm process; networks of five layers, declared in a file each,
            on .NET {Environment.Version} with {Environment.ProcessorCount} cores. `dotnet run -c Release --project benchmarks/Generator` measures anew
            and writes this page.

            - "First" is a run without caches. A generator that binds the attributes of every class and computes nothing takes the part of
              it that stands under "bound", most of which is the first look at a compilation's references.
            - "Typing" is a run after an edit of a method's body in a file without networks: the generator sees that all that is declared
              is the same, and binds nothing. "Files" is what Roslyn itself takes of it to add as many generated files as in the run before,
              which grows with the square of their number (beyond 256 networks share 256 files), measured by a generator that reads nothing; the difference is ours, and may be less than the noise of the two. "By search" is
              a generator that finds the attribute by `ForAttributeWithMetadataName`, which binds the attributes of every class anew, and
              computes nothing.
            - "A member" is a run after another member in a file without networks: no network depends on the names that it declares, so that
              again nothing is bound.
            - "A network" is a run after another size in one network, which alone is bound and printed anew.

            | networks | first | per network | bound | typing | files | ours | by search | a member | a network | files printed |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (Scenario scenario in scenarios)
        {
            Append(text, $"| {scenario.Networks:N0} | {Time(scenario.Cold)} | {scenario.Cold.Milliseconds / scenario.Networks:F2} ms | {Time(scenario.SearchCold)} ");
            Append(text, $"| {Time(scenario.Typing)} | {Time(scenario.Files)} | {scenario.Typing.Milliseconds - scenario.Files.Milliseconds:F2} ms | {Time(scenario.Search)} | {Time(scenario.Declaring)} | {Time(scenario.Network)} | {string.Join(", ", scenario.Printed)} |\n");
        }

        Append(text, $"""

            Bytes allocated:

            | networks | first | per network | typing | a member | a network |
            | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (Scenario scenario in scenarios)
        {
            Append(text, $"| {scenario.Networks:N0} | {Size(scenario.Cold.Bytes)} | {Size(scenario.Cold.Bytes / scenario.Networks)} ");
            Append(text, $"| {Size(scenario.Typing.Bytes)} | {Size(scenario.Declaring.Bytes)} | {Size(scenario.Network.Bytes)} |\n");
        }

        Append(text, $"""

            The share of a build's processor time, nearly all of which the compiler takes to bind the generated code, every vector width of it:

            | networks | generator | analyzers | compiler |
            | ---: | ---: | ---: | ---: |

            """);
        foreach (BuildShare build in builds)
        {
            Append(text, $"| {build.Networks:N0} | {Share(build.Generator, build)} | {Share(build.Analyzers, build)} | {Share(build.Compiler, build)} |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));

    private static string Time(Measurement measurement) => string.Create(CultureInfo.InvariantCulture, $"{measurement.Milliseconds:F2} ms");

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:N0} KB");

    private static string Share(double milliseconds, BuildShare build) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:N0} ms ({milliseconds / build.Total:P1})");
}
