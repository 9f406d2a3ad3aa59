using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.DocumentationTests.Pages;

namespace NetGen.DocumentationTests.Programs;

/// <summary>A block taken apart: what of it belongs at the head of a file, into a method, and beside it.</summary>
internal sealed class Snippet
{
    private readonly string _page;
    private readonly int _firstLine;
    private readonly CompilationUnitSyntax _unit;

    public Snippet(string page, CodeBlock block)
    {
        _page = page;
        _firstLine = block.Line;
        _unit = CSharpSyntaxTree.ParseText(block.Text, DocumentCompilation.ParseOptions).GetCompilationUnitRoot();
    }

    public IEnumerable<string> Usings => _unit.Usings.Select(x => x.ToString());

    public string Statements => Located(_unit.Members.OfType<GlobalStatementSyntax>());

    public string Types => Located(_unit.Members.Where(x => x is not GlobalStatementSyntax));

    /// <summary>The nodes with the lines of the page, so that errors name them.</summary>
    private string Located(IEnumerable<SyntaxNode> nodes) => string.Concat(nodes.Select(x =>
        $"#line {_firstLine + x.SyntaxTree.GetLineSpan(x.FullSpan).StartLinePosition.Line} \"{_page}\"\n{x.ToFullString().TrimEnd()}\n"));
}
