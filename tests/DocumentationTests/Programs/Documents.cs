using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using NetGen.DocumentationTests.Pages;

namespace NetGen.DocumentationTests.Programs;

/// <summary>All pages, compiled together.</summary>
internal static class Documents
{
    private static readonly Lazy<Compilation> Compiled = new(Compile);
    private static readonly Lazy<(EmitResult Result, byte[] Image)> Emitted = new(Emit);
    private static readonly Lazy<Assembly> Loaded = new(Load);

    public static Compilation Compilation => Compiled.Value;

    public static Assembly Assembly => Loaded.Value;

    /// <summary>The warnings and errors, with the line of the page that each stands in.</summary>
    public static IEnumerable<Diagnostic> Diagnostics => Emitted.Value.Result.Diagnostics.Where(x => x.Severity >= DiagnosticSeverity.Warning);

    private static Compilation Compile()
    {
        IEnumerable<Page> pages = Repository.PageNames.Select(Page.Read).Where(x => x.Compiled.Any());
        return DocumentCompilation.Generate(DocumentCompilation.Create(pages.Select(x => (x.Name, PageSource.Write(x.Name, [.. x.Compiled])))));
    }

    private static (EmitResult Result, byte[] Image) Emit()
    {
        using MemoryStream image = new();
        return (Compilation.Emit(image), image.ToArray());
    }

    private static Assembly Load()
    {
        Assert.True(Emitted.Value.Result.Success, "A page does not compile; its own test says why.");
        using MemoryStream image = new(Emitted.Value.Image);
        return new AssemblyLoadContext("Documents").LoadFromStream(image);
    }
}
