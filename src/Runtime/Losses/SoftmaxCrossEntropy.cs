using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

namespace NetGen.Losses;

/// <summary>
/// Σ tᵢ(ln Σⱼ e^oⱼ − oᵢ) of logits o, or ln Σⱼ e^oⱼ − o_y for the class y; ∂/∂oᵢ = softmax(o)ᵢ Σt − tᵢ.
/// The largest logit is subtracted before the exponential, so that nothing overflows.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct SoftmaxCrossEntropy<T> : ILoss<T>, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        T max = RowMaximum<T>.Of(outputs);
        T sum = RowWalk<ExpOfDifference<T>, T>.Sum(outputs, outputs, max);
        return RowWalk<Surprise, T>.Sum(outputs, targets, max, SimdScalar<T>.Log(sum));
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T max = RowMaximum<T>.Of(outputs);
        T sum = RowWalk<ExpOfDifference<T>, T>.Map(outputs, outputs, gradient, max);
        T loss = RowWalk<Surprise, T>.Sum(outputs, targets, max, SimdScalar<T>.Log(sum));
        T total = RowWalk<Same<T>, T>.Sum(targets, targets);
        RowWalk<ScaledMinus, T>.Map(gradient, targets, gradient, total / sum);
        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label)
    {
        T wanted = outputs[label];
        T max = RowMaximum<T>.Of(outputs);
        T sum = RowWalk<ExpOfDifference<T>, T>.Sum(outputs, outputs, max);
        return SimdScalar<T>.Log(sum) + (max - wanted);
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T max = RowMaximum<T>.Of(outputs);
        T distance = max - outputs[label];
        T sum = RowWalk<ExpOfDifference<T>, T>.Map(outputs, outputs, gradient, max);
        RowWalk<Scaled<T>, T>.Map(gradient, gradient, gradient, T.One / sum);
        gradient[label] -= T.One;
        return SimdScalar<T>.Log(sum) + distance;
    }

    /// <summary>t((c − o) + d), where c + d is the logarithm of the sum.</summary>
    private readonly struct Surprise : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector surprise = TSimd.Add(TSimd.Subtract(c, o), d);
            return WeightedTerm.Of<T, TVector, TSimd>(t, surprise, surprise);
        }
    }

    /// <summary>c·x − t.</summary>
    private readonly struct ScaledMinus : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector t, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(TSimd.Multiply(c, x), t);
    }
}
