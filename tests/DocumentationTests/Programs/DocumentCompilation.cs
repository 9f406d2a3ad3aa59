extern alias Generator;

using System.Collections.Immutable;
using System.Text;
using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Data;
using NetGen.MathNet;

namespace NetGen.DocumentationTests.Programs;

/// <summary>Compiles as a project of the reader's does: with the packages, the generator and its analyzers, and the implicit usings.</summary>
internal static class DocumentCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    /// <summary>A value that a page shows how to get, and does not use; a local function that it does not call.</summary>
    private static readonly string[] Allowed = ["CS0219", "CS8321"];

    private static readonly Lazy<MetadataReference[]> References = new(() => [.. ReferencePaths().Select(x => MetadataReference.CreateFromFile(x))]);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(NetworkGenerator).Assembly.GetTypes()
            .Where(x => x.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !x.IsAbstract)
            .Select(x => (DiagnosticAnalyzer)Activator.CreateInstance(x)!),
    ];

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        warningLevel: 9999,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions(Allowed.Select(x => KeyValuePair.Create(x, ReportDiagnostic.Suppress)));

    public static CSharpCompilation Create(IEnumerable<(string Path, string Text)> files) => CSharpCompilation.Create(
        "Documents",
        files.Prepend(("ImplicitUsings.cs", ImplicitUsings)).Select(x => CSharpSyntaxTree.ParseText(SourceText.From(x.Item2, Encoding.UTF8), ParseOptions, x.Item1)),
        References.Value,
        Options);

    /// <summary>Adds the code of the networks.</summary>
    public static Compilation Generate(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation result, out _);
        return result;
    }

    /// <summary>What the analyzers report; of a compilation with the code of the networks, so that calls of their members bind.</summary>
    public static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation) =>
        compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

    private static IEnumerable<string> ReferencePaths()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        Type[] packages = [typeof(NetworkAttribute), typeof(CsvFile), typeof(SecondOrder)];
        return trusted.Split(Path.PathSeparator).Where(x => Path.GetDirectoryName(x) == framework)
            .Concat(packages.Select(x => x.Assembly.Location));
    }
}
