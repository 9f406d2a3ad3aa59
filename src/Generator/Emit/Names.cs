using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>The names that a generated file declares.</summary>
internal sealed class Names(NetworkDeclaration declaration)
{
    /// <summary>The namespace of file-scoped helpers: of its own, so that no name of the user's can hide a framework type.</summary>
    public const string GeneratedNamespace = "NetGen.Generated";

    private static readonly string Version = typeof(Names).Assembly.GetName().Version.ToString();

    public static readonly string GeneratedCode = $"[global::System.CodeDom.Compiler.GeneratedCode(\"NetGen\", \"{Version}\")]";

    /// <summary>Full speed from the second call, without waiting for tiered compilation.</summary>
    public const string Optimized = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    public NumberType Number { get; } = new(declaration.Options.Precision);

    public string T => Number.Name;

    public string Kernels { get; } = declaration.Target.Path + "Kernels";

    public string Layers { get; } = declaration.Target.Path + "Layers";

    public string KernelsQualified => $"global::{GeneratedNamespace}.{Kernels}";

    public string LayersQualified => $"global::{GeneratedNamespace}.{Layers}";

    /// <summary>A reference to the first element of a span.</summary>
    public string First(string span) => $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span})";

    /// <summary>The struct that carries a parameter of an operator, such as a slope.</summary>
    public string Constant(string parameter) => declaration.Target.Path + parameter;
}
