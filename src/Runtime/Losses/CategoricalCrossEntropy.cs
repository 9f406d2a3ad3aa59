using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Losses;

/// <summary>
/// −Σ tᵢ ln(oᵢ/Σo) of probabilities o over classes, or −ln(o_y/Σo) for the class y; ∂/∂oᵢ = −tᵢ/oᵢ + Σt/Σo.
/// The outputs are divided by their sum first, as Keras does; a zero target adds nothing, even at o = 0.
/// </summary>
/// <remarks>
/// A zero output of a class that is wanted has an infinite loss: nothing is clipped. Behind a softmax, prefer
/// <see cref="SoftmaxCrossEntropy{T}"/> of the logits.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct CategoricalCrossEntropy<T> : ILoss<T>, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static bool ILoss<T>.WalksBlocks => true;

    static bool ILabelLoss<T>.WalksBlocks => true;

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets) =>
        BlockLoss<CategoricalCrossEntropy<T>, T>.Evaluate(outputs, targets);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient) =>
        BlockLoss<CategoricalCrossEntropy<T>, T>.Differentiate(outputs, targets, gradient);

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) =>
        LabelBlockLoss<CategoricalCrossEntropy<T>, T>.Evaluate(outputs, label);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient) =>
        LabelBlockLoss<CategoricalCrossEntropy<T>, T>.Differentiate(outputs, label, gradient);

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

    /// <summary>Sums of the outputs and of the targets.</summary>
    private readonly struct Dense : IRowOperator<T>
    {
        public static int Sums => 2;

        public static bool FitsTiles => true;

        public static bool IsGradient => true;

        public static bool HasLoss => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Factor<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Divide(second, first);

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(c, Pull<TVector, TSimd>(x, y));

        [MethodImpl(AggressiveInlining)]
        public static TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            MinusLikelihood<TVector, TSimd>(TSimd.Divide(x, d), y);
    }

    /// <summary>Sum of the outputs, and the output of the class.</summary>
    private readonly struct Labelled : IRowOperator<T>
    {
        public static bool TakesLabels => true;

        public static int Sums => 2;

        public static bool IsGradient => true;

        public static bool SumsHaveLoss => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Second<TVector, TSimd>(TVector kept, TVector x, TVector y)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Select(TSimd.Equals(y, TSimd.Create(0.0)), y, x);

        [MethodImpl(AggressiveInlining)]
        public static TVector Factor<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Divide(TSimd.Create(1.0), first);

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(c, Pull<TVector, TSimd>(x, y));

        [MethodImpl(AggressiveInlining)]
        public static TVector LossOfSums<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Negate(TSimd.Log(TSimd.Divide(second, first)));
    }

    /// <summary>t/o.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Pull<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector zero = TSimd.Create(0.0);
        return TSimd.Select(TSimd.Equals(t, zero), zero, TSimd.Divide(t, o));
    }

    /// <summary>−t·ln(share).</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector MinusLikelihood<TVector, TSimd>(TVector share, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Negate(WeightedTerm.Of<T, TVector, TSimd>(t, TSimd.Log(share), share));
}
