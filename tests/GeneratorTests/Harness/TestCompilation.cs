using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.GeneratorTests.Harness;

/// <summary>In-memory compilations against the framework and the runtime library, with every warning on.</summary>
internal static class TestCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly Lazy<MetadataReference[]> References = new(() => [.. ReferencePaths().Select(path => MetadataReference.CreateFromFile(path))]);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        warningLevel: 9999,
        checkOverflow: true,
        allowUnsafe: false,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable);

    public static CSharpCompilation Create(params IEnumerable<string> files) => CSharpCompilation.Create(
        "Declared",
        files.Select((text, i) => Parse(text, $"File{i}.cs")),
        References.Value,
        Options);

    public static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);

    /// <summary>The framework's assemblies and the runtime library, but none of the test host's.</summary>
    private static IEnumerable<string> ReferencePaths()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(NetworkAttribute).Assembly.Location);
    }
}
