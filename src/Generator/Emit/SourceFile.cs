namespace NetGen.Generator.Emit;

/// <summary>A generated source.</summary>
/// <param name="HintName">The name of its file, where it has one of its own.</param>
/// <param name="Helpers">What the names of its file-local helpers begin with.</param>
/// <param name="Text">The C# text.</param>
internal sealed record SourceFile(string HintName, string Helpers, string Text)
{
    /// <summary>Whether other sources are in the file too.</summary>
    public bool SharesFile { get; init; }
}
