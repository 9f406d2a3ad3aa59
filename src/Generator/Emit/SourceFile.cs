namespace NetGen.Generator.Emit;

/// <summary>A file of generated code.</summary>
internal sealed record SourceFile(string HintName, string Text);
