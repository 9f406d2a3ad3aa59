using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

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
    /// <inheritdoc/>
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
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        gradient.Clear();
        T loss = T.Zero;
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] != T.Zero)
                loss += targets[i] * Accumulate(outputs, i, targets[i], gradient);
        }

        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label)
    {
        T wanted = outputs[label];
        ReadOnlySpan<T> before = outputs[..label];
        ReadOnlySpan<T> after = outputs[(label + 1)..];
        return RowWalk<Violation, T>.Sum(before, before, wanted)
            + RowWalk<Violation, T>.Sum(after, after, wanted);
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        gradient.Clear();
        return Accumulate(outputs, label, T.One, gradient);
    }

    /// <summary>The loss for one class; adds its gradient times <paramref name="weight"/>.</summary>
    private static T Accumulate(ReadOnlySpan<T> outputs, int label, T weight, Span<T> gradient)
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
        return Evaluate(outputs, label);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Excess<TVector, TSimd>(TVector o, TVector wanted)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Add(TSimd.Subtract(o, wanted), TSimd.Create(TMargin.Value));

    /// <summary>max(0, o − c + margin) with the output c of the class.</summary>
    private readonly struct Violation : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Max(TSimd.Create(T.Zero), Excess<TVector, TSimd>(o, c));
    }

    /// <summary>1 where o − c + margin is positive.</summary>
    private readonly struct IsViolated : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Step.Of<T, TVector, TSimd>(Excess<TVector, TSimd>(o, c));
    }

    /// <summary>g, plus the weight d where o − c + margin is positive.</summary>
    private readonly struct AddIfViolated : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector g, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Add(g, TSimd.Multiply(d, Step.Of<T, TVector, TSimd>(Excess<TVector, TSimd>(o, c))));
    }
}
