using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>The severities that an <c>.editorconfig</c> with one setting for C# files gives to all files, as the compiler reads them.</summary>
internal sealed class EditorConfig(string setting) : SyntaxTreeOptionsProvider
{
    private readonly ImmutableDictionary<string, ReportDiagnostic> _severities = AnalyzerConfigSet
        .Create(new[] { AnalyzerConfig.Parse($"root = true\n[*.cs]\n{setting}\n", "/project/.editorconfig") }, out _)
        .GetOptionsForSourcePath("/project/File.cs").TreeOptions;

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _severities.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        return false;
    }
}
