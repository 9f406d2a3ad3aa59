using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Names of generated files.</summary>
internal static class FileNames
{
    public static string HintName(TargetType target) => $"{target.FileName}.g.cs";
}
