using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Xunit.Sdk;

namespace NetGen.GeneratorTests.Harness;

/// <summary>Compiles with warnings as failures and loads the result.</summary>
internal static class CompiledAssembly
{
    private const int LinesOfContext = 2;

    public static Assembly Load(Compilation compilation) => Load(Emit(compilation));

    public static Assembly Load(byte[] image) => new AssemblyLoadContext("Declared").LoadFromStream(new MemoryStream(image));

    public static byte[] Emit(Compilation compilation)
    {
        using MemoryStream image = new(), documentation = new();
        EmitResult result = compilation.Emit(image, xmlDocumentationStream: documentation);
        FailOnWarnings(result.Diagnostics);
        Assert.True(result.Success, "the compilation could not be emitted");
        return image.ToArray();
    }

    /// <summary>Fails with the offending lines on any warning or error, in the generated code too.</summary>
    private static void FailOnWarnings(IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] found = [.. diagnostics.Where(x => x.Severity >= DiagnosticSeverity.Warning)];
        if (found.Length > 0)
        {
            throw new XunitException($"{found.Length} warnings or errors\n{string.Join("\n", found.Take(5).Select(Describe))}");
        }
    }

    private static string Describe(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return diagnostic.ToString();
        }

        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        IEnumerable<string> lines = tree.GetText().Lines.Skip(line - LinesOfContext).Take(2 * LinesOfContext + 1).Select(x => x.ToString());
        return $"{diagnostic}\n{string.Join("\n", lines)}";
    }
}
