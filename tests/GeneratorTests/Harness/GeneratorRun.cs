extern alias Generator;

using System.Collections.Immutable;
using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace NetGen.GeneratorTests.Harness;

/// <summary>The generator over a compilation. A second run over a clone must find everything in its caches.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation output)
    {
        Driver = driver;
        Output = output;
    }

    public GeneratorDriver Driver { get; }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    public ImmutableArray<GeneratedSourceResult> Files => Result.GeneratedSources;

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            throw new XunitException($"the generator threw {exception}");
        }

        GeneratorDriver again = driver.RunGenerators(compilation.Clone());
        TrackedSteps.AssertCached(again.GetRunResult().Results.Single());
        return new GeneratorRun(driver, output);
    }

    public static GeneratorDriver CreateDriver(CSharpParseOptions? parseOptions = null, bool tracksSteps = true) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: parseOptions ?? TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    /// <summary>The text of the one generated file whose name contains <paramref name="name"/>.</summary>
    public string TextOf(string name) => Files.Single(x => x.HintName.Contains(name, StringComparison.Ordinal)).SourceText.ToString();
}
