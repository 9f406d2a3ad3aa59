using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Names of generated files.</summary>
internal static class FileNames
{
    /// <summary>The file of one network.</summary>
    public static string HintName(TargetType target) => $"{target.FileName}.g.cs";

    /// <summary>A file that several networks share; no class can have such a name.</summary>
    public static string Shared(int number) => $"NetGen.Networks.{Literal.Of(number)}.g.cs";
}
