using NetGen.Generator.Model;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>Fragments that several emitters print.</summary>
internal static class KernelText
{
    /// <summary>Full speed from the second call, without waiting for tiered compilation.</summary>
    public const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    /// <summary>What the names of a version's methods end with; nothing where one version serves every width.</summary>
    public static string Suffix(MatMulKernel kernel, MatMulTiling tiling) => (kernel.IsSameAtEveryWidth, tiling.Family) switch
    {
        (true, _) => "",
        (_, VectorFamily.Wide) => "Vector512",
        _ => "VectorT",
    };

    /// <summary>f(value), or the value itself where there is no activation.</summary>
    public static string Activate(ActivationSpec? activation, VectorType type, string value) =>
        activation is null ? value : $"Activate<{activation.Alias}, {type.Element}>.Invoke({value})";
}
