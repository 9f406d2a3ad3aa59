using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NetGen.GeneratorTests.CodeFixes;

/// <summary>Applies a fix to a source, compares the text, and sees the diagnostics gone.</summary>
internal static class FixVerifier
{
    private const string Usings = "using NetGen;\n";

    /// <summary>The fix that is offered at the first diagnostic mends the whole source.</summary>
    public static async Task Mends(CodeFixProvider fix, string before, string after)
    {
        using FixedDocument document = new(fix, Usings + before);
        await document.Apply(Assert.Single(await document.Actions((await document.Diagnostics())[0])));
        Assert.Equal(Usings + after, await document.Text());
        Assert.Empty(await document.Diagnostics());
    }

    /// <summary>Fixing all diagnostics at once mends the whole source.</summary>
    public static async Task MendsAll(CodeFixProvider fix, string before, string after)
    {
        using FixedDocument document = new(fix, Usings + before);
        Diagnostic[] diagnostics = await document.Diagnostics();
        CodeAction first = Assert.Single(await document.Actions(diagnostics[0]));
        await document.ApplyAll(Assert.IsType<string>(first.EquivalenceKey), diagnostics);
        Assert.Equal(Usings + after, await document.Text());
        Assert.Empty(await document.Diagnostics());
    }

    /// <summary>Nothing is offered at the first diagnostic.</summary>
    public static async Task OffersNothing(CodeFixProvider fix, string source)
    {
        using FixedDocument document = new(fix, Usings + source);
        Assert.Empty(await document.Actions((await document.Diagnostics())[0]));
    }
}
