using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Names of generated files.</summary>
internal static class FileNames
{
    public static string HintName(TargetType target) => target.Namespace.Length == 0
        ? $"{target.Path}.g.cs"
        : $"{target.Namespace.Replace("@", "")}.{target.Path}.g.cs";
}
