using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Elementary;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Losses;

/// <summary>
/// Σ tᵢ(ln Σⱼ e^oⱼ − oᵢ) of logits o, or ln Σⱼ e^oⱼ − o_y for the class y; ∂/∂oᵢ = softmax(o)ᵢ Σt − tᵢ.
/// The largest logit is subtracted before the exponential, so that nothing overflows.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct SoftmaxCrossEntropy<T> : ILoss<T>, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static bool ILoss<T>.WalksBlocks => true;

    static bool ILabelLoss<T>.WalksBlocks => true;

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets) =>
        BlockLoss<SoftmaxCrossEntropy<T>, T>.Evaluate(outputs, targets);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient) =>
        BlockLoss<SoftmaxCrossEntropy<T>, T>.Differentiate(outputs, targets, gradient);

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) =>
        LabelBlockLoss<SoftmaxCrossEntropy<T>, T>.Evaluate(outputs, label);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient) =>
        LabelBlockLoss<SoftmaxCrossEntropy<T>, T>.Differentiate(outputs, label, gradient);

    [MethodImpl(AggressiveInlining)]
    static double ILoss<T>.Walk(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, int columns, T scale) =>
        RowBlock<Dense, T>.Walk(outputs, targets, gradient, columns, scale);

    [MethodImpl(AggressiveInlining)]
    static double ILoss<T>.WalkRow(ref readonly T outputs, ref readonly T targets, ref T gradient, int columns, T scale) =>
        RowBlock<Dense, T>.WalkRow(in outputs, in targets, ref gradient, columns, scale);

    [MethodImpl(AggressiveInlining)]
    static double ILabelLoss<T>.Walk(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> gradient, int columns, T scale) =>
        RowBlock<Labelled, T>.WalkLabels(outputs, labels, gradient, columns, scale);

    [MethodImpl(AggressiveInlining)]
    static double ILabelLoss<T>.WalkRow(ref readonly T outputs, ref readonly int label, ref T gradient, int columns, T scale) =>
        RowBlock<Labelled, T>.WalkRow(in outputs, in label, ref gradient, columns, scale);

    /// <summary>Sums of the exponentials and of the targets.</summary>
    private readonly struct Dense : IRowOperator<T>
    {
        public static RowReference Reference => RowReference.Maximum;

        public static int Sums => 2;

        public static bool Keeps => true;

        public static bool FitsTiles => true;

        public static bool IsGradient => true;

        public static bool HasLoss => true;

        public static bool SumsHaveLoss => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Keep<TVector, TSimd>(TVector x, TVector y, TVector reference)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Exponential<TVector, TSimd, T>.ExpOfNonPositive(TSimd.Subtract(x, reference));

        [MethodImpl(AggressiveInlining)]
        public static TVector Factor<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Divide(second, first);

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(TSimd.Multiply(c, kept), y);

        [MethodImpl(AggressiveInlining)]
        public static TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Distance<TVector, TSimd>(x, y, reference);

        [MethodImpl(AggressiveInlining)]
        public static TVector LossOfSums<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Multiply(second, Logarithm<TVector, TSimd, T>.LogOfNormal(first));
    }

    /// <summary>Sum of the exponentials.</summary>
    private readonly struct Labelled : IRowOperator<T>
    {
        public static RowReference Reference => RowReference.Maximum;

        public static bool TakesLabels => true;

        public static int Sums => 1;

        public static bool Keeps => true;

        public static bool FitsTiles => true;

        public static bool IsGradient => true;

        public static bool HasLoss => true;

        public static bool LossIsOfLabel => true;

        public static bool SumsHaveLoss => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Keep<TVector, TSimd>(TVector x, TVector y, TVector reference)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Exponential<TVector, TSimd, T>.ExpOfNonPositive(TSimd.Subtract(x, reference));

        [MethodImpl(AggressiveInlining)]
        public static TVector Factor<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Divide(TSimd.Create(1.0), first);

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(TSimd.Multiply(c, kept), y);

        [MethodImpl(AggressiveInlining)]
        public static TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Distance<TVector, TSimd>(x, y, reference);

        [MethodImpl(AggressiveInlining)]
        public static TVector LossOfSums<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Logarithm<TVector, TSimd, T>.LogOfNormal(first);
    }

    /// <summary>t(m − o), with the largest output m.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Distance<TVector, TSimd>(TVector o, TVector t, TVector m)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector distance = TSimd.Subtract(m, o);
        return WeightedTerm.Of<T, TVector, TSimd>(t, distance, distance);
    }
}
