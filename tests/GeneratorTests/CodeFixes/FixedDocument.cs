extern alias Generator;

using System.Collections.Immutable;
using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.CodeFixes;

/// <summary>A document of a workspace as an editor has it, with what the analyzer reports and what a fix offers.</summary>
internal sealed class FixedDocument : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly CodeFixProvider _fix;

    public FixedDocument(CodeFixProvider fix, string source)
    {
        _fix = fix;
        CSharpCompilation compilation = TestCompilation.Create("");
        Project project = _workspace.AddProject("Declared", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(TestCompilation.ParseOptions)
            .AddMetadataReferences(compilation.References);
        Document = project.AddDocument("File.cs", source);
    }

    public Document Document { get; private set; }

    /// <summary>The text after the edits so far.</summary>
    public async Task<string> Text() => (await Document.GetTextAsync()).ToString();

    /// <summary>What the analyzer reports, in the order of the source.</summary>
    public async Task<Diagnostic[]> Diagnostics()
    {
        Compilation compilation = (await Document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. found.OrderBy(x => x.Location.SourceSpan.Start)];
    }

    /// <summary>What the fix offers at a diagnostic.</summary>
    public async Task<CodeAction[]> Actions(Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await _fix.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return [.. actions];
    }

    public async Task Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Document = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(Document.Id)!;
    }

    /// <summary>Makes the fixes of one key for all diagnostics of the document.</summary>
    public async Task ApplyAll(string key, Diagnostic[] diagnostics)
    {
        FixAllContext context = new(
            Document, _fix, FixAllScope.Document, key, diagnostics.Select(x => x.Id).Distinct(), new Known(diagnostics), CancellationToken.None);
        CodeAction? action = await _fix.GetFixAllProvider()!.GetFixAsync(context);
        await Apply(Assert.IsAssignableFrom<CodeAction>(action));
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class Known(Diagnostic[] diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
