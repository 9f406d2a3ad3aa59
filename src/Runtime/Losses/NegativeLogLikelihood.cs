using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Losses;

/// <summary>
/// −Σ tᵢoᵢ of log-probabilities o, or −o_y for the class y; ∂/∂oᵢ = −tᵢ. A zero target adds nothing, even at o = −∞.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct NegativeLogLikelihood<T> : ILoss<T>, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static bool ILoss<T>.WalksBlocks => true;

    static bool ILabelLoss<T>.WalksBlocks => true;

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets) =>
        BlockLoss<NegativeLogLikelihood<T>, T>.Evaluate(outputs, targets);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient) =>
        BlockLoss<NegativeLogLikelihood<T>, T>.Differentiate(outputs, targets, gradient);

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) =>
        LabelBlockLoss<NegativeLogLikelihood<T>, T>.Evaluate(outputs, label);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient) =>
        LabelBlockLoss<NegativeLogLikelihood<T>, T>.Differentiate(outputs, label, gradient);

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

    /// <summary>Every output on its own.</summary>
    private readonly struct Dense : IRowOperator<T>
    {
        public static bool IsGradient => true;

        public static bool HasLoss => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Negate(y);

        [MethodImpl(AggressiveInlining)]
        public static TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Negate(WeightedTerm.Of<T, TVector, TSimd>(y, x, x));
    }

    /// <summary>The output of the class.</summary>
    private readonly struct Labelled : IRowOperator<T>
    {
        public static bool TakesLabels => true;

        public static bool IsGradient => true;

        public static bool HasLoss => true;

        public static bool LossIsOfLabel => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Negate(y);

        [MethodImpl(AggressiveInlining)]
        public static TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Negate(WeightedTerm.Of<T, TVector, TSimd>(y, x, x));
    }
}
