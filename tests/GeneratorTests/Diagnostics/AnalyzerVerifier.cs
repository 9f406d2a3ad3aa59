extern alias Generator;

using System.Collections.Immutable;
using System.Globalization;
using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>
/// Runs the analyzers on marked source. Every diagnostic must be marked, with the same id, place, severity and message,
/// and every mark must be met; and a wrong declaration must not end in errors of generated code.
/// </summary>
internal static class AnalyzerVerifier
{
    private const string Usings = "using System;\nusing NetGen;\n";

    public static Task Reports(DiagnosticSeverity severity, string markup, params string[] messages) => Verify(markup, severity, messages);

    public static Task ReportsError(string markup, params string[] messages) => Verify(markup, DiagnosticSeverity.Error, messages);

    public static Task ReportsWarning(string markup, params string[] messages) => Verify(markup, DiagnosticSeverity.Warning, messages);

    public static Task ReportsNothing(string source) => Verify(source, DiagnosticSeverity.Hidden, []);

    /// <summary>What the analyzers report, once the generator is seen to survive the same source.</summary>
    public static async Task<Diagnostic[]> DiagnosticsOf(string source) =>
        [.. await Analyze(Generated(TestCompilation.Create(Usings + source)))];

    /// <summary>Both analyzers, over a compilation with its generated files.</summary>
    public static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, CancellationToken cancellation = default) =>
        compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(cancellation);

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new NetworkAnalyzer(), new NetworkCallAnalyzer()];

    private static async Task Verify(string text, DiagnosticSeverity severity, string[] messages)
    {
        Markup markup = Markup.Parse(Usings + text);
        CSharpCompilation compilation = TestCompilation.Create(markup.Source);
        ImmutableArray<Diagnostic> diagnostics = await Analyze(Generated(compilation));
        string[] expected = [.. markup.Expected.OrderBy(x => x.Span.Start).ThenBy(x => x.Id).Zip(messages, (x, message) => Text(x.Id, severity, markup.Source[x.Span.Start..x.Span.End], message))];
        string[] actual = [.. diagnostics.OrderBy(x => x.Location.SourceSpan.Start).ThenBy(x => x.Id).Select(x => Describe(x, markup.Source))];
        Assert.Equal(markup.Expected.Count, messages.Length);
        Assert.Equal(expected, actual);
        Assert.Equal(markup.Expected.Select(x => x.Span).Order(), diagnostics.Select(x => x.Location.SourceSpan).Order());
    }

    private static string Describe(Diagnostic diagnostic, string source) => Text(
        diagnostic.Id,
        diagnostic.Severity,
        diagnostic.Location.IsInSource ? source[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End] : "nowhere",
        diagnostic.GetMessage(CultureInfo.InvariantCulture));

    private static string Text(string id, DiagnosticSeverity severity, string place, string message) => $"{id} {severity} at «{place}»: {message}";

    /// <summary>The compilation as the analyzers meet it in a build; nothing in the generated files may be wrong.</summary>
    private static Compilation Generated(CSharpCompilation compilation)
    {
        Compilation output = GeneratorRun.Of(compilation).Output;
        Assert.DoesNotContain(
            output.GetDiagnostics().Where(x => x.Severity >= DiagnosticSeverity.Warning),
            x => x.Location.SourceTree is { } tree && !compilation.ContainsSyntaxTree(tree));
        return output;
    }
}
