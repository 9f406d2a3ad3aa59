using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Elementary;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Losses;

/// <summary>The loss Σ l(oᵢ, tᵢ) of an elementwise <typeparamref name="TLoss"/>, vectorised over the row.</summary>
/// <typeparam name="TLoss">The loss of one output.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct ElementwiseLoss<TLoss, T> : ILoss<T>
    where TLoss : struct, IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Number of outputs that are taken at once: few enough to sum in one go without loss of digits.</summary>
    private const int OutputsAtOnce = 1024;

    static bool ILoss<T>.WalksBlocks => true;

    /// <inheritdoc/>
    public static bool IsElementwise => true;

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets) =>
        BlockLoss<ElementwiseLoss<TLoss, T>, T>.Evaluate(outputs, targets);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient) =>
        BlockLoss<ElementwiseLoss<TLoss, T>, T>.Differentiate(outputs, targets, gradient);

    /// <summary>Where the rows end means nothing to a loss of single outputs: they are walked as one row.</summary>
    [MethodImpl(AggressiveInlining)]
    static double ILoss<T>.Walk(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, int columns, T scale) =>
        outputs.Length <= OutputsAtOnce
            ? RowBlock<Term, T>.Walk(outputs, targets, gradient, Math.Max(outputs.Length, 1), scale)
            : WalkMany(outputs, targets, gradient, scale);

    [MethodImpl(AggressiveInlining)]
    static double ILoss<T>.WalkRow(ref readonly T outputs, ref readonly T targets, ref T gradient, int columns, T scale) =>
        columns <= OutputsAtOnce
            ? RowBlock<Term, T>.WalkRow(in outputs, in targets, ref gradient, columns, scale)
            : WalkMany(
                MemoryMarshal.CreateReadOnlySpan(in outputs, columns),
                MemoryMarshal.CreateReadOnlySpan(in targets, columns),
                MemoryMarshal.CreateSpan(ref gradient, columns),
                scale);

    static bool ILoss<T>.HasSingle => Vector128.IsHardwareAccelerated;

    [MethodImpl(AggressiveInlining)]
    static T ILoss<T>.DifferentiateSingle(T output, T target, T scale, out double loss)
    {
        Vector128<T> o = Vector128.Create(output);
        Vector128<T> t = Vector128.Create(target);
        Vector128<T> gradient = TLoss.Derivative<Vector128<T>, Simd128<T>>(o, t) * Vector128.Create(scale);
        loss = double.CreateTruncating(TLoss.Invoke<Vector128<T>, Simd128<T>>(o, t).ToScalar());
        return GradientFloor.Flush<Vector128<T>, Simd128<T>, T>(gradient).ToScalar();
    }

    [MethodImpl(NoInlining)]
    private static double WalkMany(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, T scale)
    {
        int rest = outputs.Length % OutputsAtOnce;
        int whole = outputs.Length - rest;
        bool stores = !gradient.IsEmpty;
        double sum = RowBlock<Term, T>.Walk(
            outputs[..whole], targets[..whole], stores ? gradient[..whole] : default, OutputsAtOnce, scale);
        return rest == 0
            ? sum
            : sum + RowBlock<Term, T>.Walk(outputs[whole..], targets[whole..], stores ? gradient[whole..] : default, rest, scale);
    }

    /// <summary>The derivative and the loss of one output.</summary>
    private readonly struct Term : IRowOperator<T>
    {
        public static bool IsGradient => true;

        public static bool HasLoss => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TLoss.Derivative<TVector, TSimd>(x, y);

        [MethodImpl(AggressiveInlining)]
        public static TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TLoss.Invoke<TVector, TSimd>(x, y);
    }
}
