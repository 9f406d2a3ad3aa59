using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.GeneratorBenchmark;

/// <summary>The time of one build, by what it is spent for.</summary>
/// <param name="Networks">The number of networks.</param>
/// <param name="Generator">Milliseconds of the generator.</param>
/// <param name="Analyzers">Milliseconds of the analyzers.</param>
/// <param name="Compiler">Milliseconds of the compiler, for the declarations and the generated code.</param>
internal sealed record BuildShare(int Networks, double Generator, double Analyzers, double Compiler)
{
    public double Total => Generator + Analyzers + Compiler;

    public static BuildShare Measure(int networks, Func<IIncrementalGenerator> create, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CSharpCompilation compilation = new Workload(networks).Create();
        Compilation output = compilation;
        double generator = Milliseconds(() => CSharpGeneratorDriver.Create([create().AsSourceGenerator()], parseOptions: Workload.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out output, out _));
        double compiler = Milliseconds(() => Emit(output.Clone()));
        return new BuildShare(networks, generator, AnalyzerMilliseconds(output.Clone(), analyzers).GetAwaiter().GetResult(), compiler);
    }

    private static async Task<double> AnalyzerMilliseconds(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(analyzers, options);
        await analyzed.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        double milliseconds = 0;
        foreach (DiagnosticAnalyzer analyzer in analyzers)
        {
            milliseconds += (await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds;
        }

        return milliseconds;
    }

    private static void Emit(Compilation compilation)
    {
        if (!compilation.Emit(Stream.Null).Success)
        {
            throw new InvalidOperationException("The networks do not compile.");
        }
    }

    private static double Milliseconds(Action action)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
