using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.GeneratorBenchmark;

/// <summary>A generator over a compilation and its edits, as an editor runs it.</summary>
internal sealed class DriverRun(Func<IIncrementalGenerator> create)
{
    private const string LastStep = "Source";

    private GeneratorDriver _driver = Driver(create());

    /// <summary>Forgets everything and runs.</summary>
    public Measurement Cold(CSharpCompilation compilation)
    {
        _driver = Driver(create());
        return Run(compilation);
    }

    /// <summary>Runs with what earlier runs left in the caches.</summary>
    public Measurement Run(CSharpCompilation compilation)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        _driver = _driver.RunGenerators(compilation);
        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        return new Measurement(time.TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes, Emitted());
    }

    /// <summary>The generated files of the last run by the names of their networks.</summary>
    public IReadOnlyDictionary<string, string> Texts() => _driver.GetRunResult().Results[0].GeneratedSources
        .ToDictionary(file => file.HintName.Split('.')[^3], file => file.SourceText.ToString());

    private int Emitted() => _driver.GetRunResult().Results[0].TrackedSteps.Where(step => step.Key == LastStep)
        .SelectMany(step => step.Value).SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
