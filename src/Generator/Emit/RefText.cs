namespace NetGen.Generator.Emit;

/// <summary>References as C#.</summary>
internal static class RefText
{
    /// <summary>A reference to an element after a reference.</summary>
    public static string At(string source, int offset) => offset == 0 ? $"ref {source}" : $"ref Unsafe.Add(ref {source}, {Literal.Of(offset)})";
}
