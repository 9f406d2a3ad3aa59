namespace NetGen.DocumentationTests.Pages;

/// <summary>A page of the documentation with its C#.</summary>
/// <param name="Name">The path from the root of the repository, with slashes.</param>
/// <param name="Blocks">The blocks in their order.</param>
internal sealed record Page(string Name, IReadOnlyList<CodeBlock> Blocks)
{
    private const string DiagnosticPrefix = "NETGEN";
    private const string WrongSection = "Wrong";

    /// <summary>The diagnostic that the page describes, or null.</summary>
    public string? Diagnostic => Path.GetFileNameWithoutExtension(Name) is var id && id.StartsWith(DiagnosticPrefix, StringComparison.Ordinal) ? id : null;

    /// <summary>The blocks that have to compile.</summary>
    public IEnumerable<CodeBlock> Compiled => Blocks.Where(x => x.NotCompiled is null && !IsWrong(x));

    /// <summary>The blocks that have to give the diagnostic of the page.</summary>
    public IEnumerable<CodeBlock> Wrong => Blocks.Where(IsWrong);

    public static Page Read(string name) => new(name, new PageReader(name, Repository.Read(name)).Read());

    private bool IsWrong(CodeBlock block) => Diagnostic is not null && block.Section == WrongSection;
}
