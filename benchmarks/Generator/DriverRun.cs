using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.GeneratorBenchmark;

/// <summary>A generator over a compilation and its edits, as an editor runs it.</summary>
/// <param name="create">Creates the generator.</param>
/// <param name="isTracked">Whether the driver notes what each step did, which an editor's does not.</param>
internal sealed class DriverRun(Func<IIncrementalGenerator> create, bool isTracked = false)
{
    private const string LastStep = "Source";

    private GeneratorDriver _driver = Driver(create(), isTracked);

    /// <summary>Forgets everything and runs.</summary>
    public Measurement Cold(CSharpCompilation compilation)
    {
        _driver = Driver(create(), isTracked);
        return Run(compilation);
    }

    /// <summary>Runs with what earlier runs left in the caches.</summary>
    public Measurement Run(CSharpCompilation compilation)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        _driver = _driver.RunGenerators(compilation);
        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        return new Measurement(time.TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    /// <summary>The generated files of the last run by their names.</summary>
    public IReadOnlyDictionary<string, string> Texts() => _driver.GetRunResult().Results[0].GeneratedSources
        .ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>How many files were printed anew in the last run.</summary>
    public int Emitted() => _driver.GetRunResult().Results[0].TrackedSteps.Where(step => step.Key == LastStep)
        .SelectMany(step => step.Value).SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static GeneratorDriver Driver(IIncrementalGenerator generator, bool isTracked) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked));
}
