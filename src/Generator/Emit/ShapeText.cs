namespace NetGen.Generator.Emit;

/// <summary>The shapes of arguments in the documentation of members: the number, and the constant that has it.</summary>
internal static class ShapeText
{
    public static string Rows(string constant, int size) => $"Rows of {Values(constant, size)}";

    /// <summary>Behind "as many".</summary>
    public static string MoreRows(string constant, int size) => $"rows of {Values(constant, size)}";

    public static string Row(string constant, int size) => $"One row of {Values(constant, size)}";

    private static string Values(string constant, int size) => $"{Literal.Of(size)} (<see cref=\"{constant}\"/>) {(size == 1 ? "value" : "values")}";
}
