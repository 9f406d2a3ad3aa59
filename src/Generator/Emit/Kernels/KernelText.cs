using NetGen.Generator.Model;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>Fragments that several emitters print.</summary>
internal static class KernelText
{
    /// <summary>
    /// Full speed from the second call, without waiting for tiered compilation, and a method of its own: to find out that it is too
    /// long to be part of its caller takes the JIT up to 4 ms.
    /// </summary>
    public const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]";

    /// <summary>Part of its caller.</summary>
    public const string Inlined = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";

    /// <summary>What the names of a version's methods end with; nothing where one version serves every width.</summary>
    public static string Suffix(MatMulKernel kernel, MatMulTiling tiling, NumberType number) => (kernel.IsSameAtEveryWidth, tiling.Family) switch
    {
        (true, _) => "",
        (_, VectorFamily.Wide) => WidestClass([kernel], number),
        _ => "VectorT",
    };

    /// <summary>The class of the longest vectors in the wide versions of kernels, on which it depends which machines run them.</summary>
    public static string WidestClass(IEnumerable<MatMulKernel> kernels, NumberType number)
    {
        int lanes = kernels.Max(kernel => kernel.Wide.LongestLanes);
        return number.Vector(Math.Max(lanes, Target.LanesOf512(number.Bytes) / 2)).Operations;
    }

    /// <summary>The parameters of a kernel's method, as declared.</summary>
    public static string Parameters(MatMulKernel kernel, string element) => string.Join(
        ", ",
        Operands(kernel).Select(operand => $"ref {element} {operand}").Concat(TakesRows(kernel) ? ["nuint rows"] : []));

    /// <summary>The parameters of a kernel's method, passed on.</summary>
    public static string Arguments(MatMulKernel kernel) => string.Join(
        ", ",
        Operands(kernel).Select(operand => $"ref {operand}").Concat(TakesRows(kernel) ? ["rows"] : []));

    public static bool TakesRows(MatMulKernel kernel) => kernel.Rows != KernelRows.Single;

    private static IEnumerable<string> Operands(MatMulKernel kernel) => kernel.Derivative is null || kernel.Shape.Form == MatMulForm.Step
        ? Factors(kernel)
        : ["x", "weights", "a", "y"];

    private static IEnumerable<string> Factors(MatMulKernel kernel) => (kernel.Shape.Form, kernel.Rows, kernel.HasBias) switch
    {
        (MatMulForm.Step, _, true) => ["x", "dz", "weights", "biases", "dx"],
        (MatMulForm.Step, _, false) => ["x", "dz", "weights", "dx"],
        (MatMulForm.OuterSum, _, true) => ["x", "dz", "weights", "biases"],
        (MatMulForm.OuterSum, _, false) => ["x", "dz", "weights"],
        (_, KernelRows.Single, true) => ["xs", "weights", "biases", "ys"],
        (_, KernelRows.Single, false) => ["xs", "weights", "ys"],
        (_, _, true) => ["x", "weights", "biases", "y"],
        _ => ["x", "weights", "y"],
    };

    /// <summary>
    /// f(value), or the value itself where there is no activation. A built-in one is called by its name: to resolve the first through
    /// its interface takes the JIT most of a millisecond. A user's may implement the interface explicitly. ReLU is written out, which
    /// spares the runtime the types behind its name, 1.5 ms of a first call; it is NaN where the value is.
    /// </summary>
    public static string Activate(ActivationSpec? activation, VectorType type, string value) => activation switch
    {
        null => value,
        _ when activation.Is(Activation.ReLU) && !type.IsScalar => $"{type.Operations}.MaxNative({type.Zero}, {value})",
        { IsOwn: true } => $"Activate<{activation.Alias}, {type.Element}>.Invoke({value})",
        _ => $"{activation.Alias}.Invoke<{type.Name}, {type.Simd}>({value})",
    };
}
