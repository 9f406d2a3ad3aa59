using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Losses;

/// <summary>
/// Σ over j ≠ y of max(0, oⱼ − o_y + margin) for the class y (Crammer and Singer, 2001, as a sum). For dense targets the
/// same is summed over the classes weighted by them: Σᵢ tᵢ Σ over j ≠ i of max(0, oⱼ − oᵢ + margin).
/// </summary>
/// <remarks>
/// ∂/∂oⱼ of the sum for y is 1 where its maximum is not 0 and 0 elsewhere, the kink included; ∂/∂o_y is minus their sum.
/// Rows of dense targets cost outputs × non-zero targets.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TMargin">The margin.</typeparam>
public readonly struct MulticlassHinge<T, TMargin> : ILoss<T>, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TMargin : struct, IConstant<T>
{
    static bool ILabelLoss<T>.WalksBlocks => true;

    /// <inheritdoc/>
    [MethodImpl(AggressiveOptimization)]
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        T loss = T.Zero;
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] != T.Zero)
                loss += targets[i] * Evaluate(outputs, i);
        }

        return loss;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveOptimization)]
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T loss = T.Zero;
        bool isFirst = true;
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] == T.Zero)
                continue;
            if (isFirst)
            {
                loss = targets[i] * T.CreateTruncating(
                    RowBlock<Labelled, T>.WalkLabels(outputs, new ReadOnlySpan<int>(in i), gradient, outputs.Length, targets[i]));
                isFirst = false;
            }
            else
            {
                loss += targets[i] * Evaluate(outputs, i);
                Accumulate(outputs, i, targets[i], gradient);
            }
        }

        if (isFirst)
            gradient.Clear();
        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) =>
        LabelBlockLoss<MulticlassHinge<T, TMargin>, T>.Evaluate(outputs, label);

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient) =>
        LabelBlockLoss<MulticlassHinge<T, TMargin>, T>.Differentiate(outputs, label, gradient);

    [MethodImpl(AggressiveInlining)]
    static double ILabelLoss<T>.Walk(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> gradient, int columns, T scale) =>
        RowBlock<Labelled, T>.WalkLabels(outputs, labels, gradient, columns, scale);

    [MethodImpl(AggressiveInlining)]
    static double ILabelLoss<T>.WalkRow(ref readonly T outputs, ref readonly int label, ref T gradient, int columns, T scale) =>
        RowBlock<Labelled, T>.WalkRow(in outputs, in label, ref gradient, columns, scale);

    /// <summary>Adds the gradient of the loss for one class times <paramref name="weight"/>.</summary>
    [MethodImpl(AggressiveOptimization)]
    private static void Accumulate(ReadOnlySpan<T> outputs, int label, T weight, Span<T> gradient)
    {
        T wanted = outputs[label];
        ReadOnlySpan<T> before = outputs[..label];
        ReadOnlySpan<T> after = outputs[(label + 1)..];
        T count = RowWalk<IsViolated, T>.Sum(before, before, wanted)
            + RowWalk<IsViolated, T>.Sum(after, after, wanted);
        Span<T> gradientBefore = gradient[..label];
        Span<T> gradientAfter = gradient[(label + 1)..];
        RowWalk<AddIfViolated, T>.Map(before, gradientBefore, gradientBefore, wanted, weight);
        RowWalk<AddIfViolated, T>.Map(after, gradientAfter, gradientAfter, wanted, weight);
        gradient[label] -= weight * count;
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Excess<TVector, TSimd>(TVector o, TVector wanted)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Add(TSimd.Subtract(o, wanted), TSimd.Create(TMargin.Value));

    /// <summary>0 where t is not.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector OfOthers<TVector, TSimd>(TVector term, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector zero = TSimd.Create(0.0);
        return TSimd.Select(TSimd.Equals(t, zero), term, zero);
    }

    /// <summary>Number of the other outputs that are too close to that of the class, or above it.</summary>
    private readonly struct Labelled : IRowOperator<T>
    {
        public static RowReference Reference => RowReference.Labelled;

        public static bool TakesLabels => true;

        public static int Sums => 1;

        public static bool IsGradient => true;

        public static bool HasLoss => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Keep<TVector, TSimd>(TVector x, TVector y, TVector reference)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            OfOthers<TVector, TSimd>(Step.Of<T, TVector, TSimd>(Excess<TVector, TSimd>(x, reference)), y);

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(kept, TSimd.Multiply(c, y));

        [MethodImpl(AggressiveInlining)]
        public static TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            OfOthers<TVector, TSimd>(TSimd.Max(TSimd.Create(0.0), Excess<TVector, TSimd>(x, reference)), y);
    }

    /// <summary>1 where o − c + margin is positive.</summary>
    private readonly struct IsViolated : IRowTerm<T>
    {
        [MethodImpl(AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Step.Of<T, TVector, TSimd>(Excess<TVector, TSimd>(o, c));
    }

    /// <summary>g, plus the weight d where o − c + margin is positive.</summary>
    private readonly struct AddIfViolated : IRowTerm<T>
    {
        [MethodImpl(AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector g, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Add(g, TSimd.Multiply(d, Step.Of<T, TVector, TSimd>(Excess<TVector, TSimd>(o, c))));
    }
}
