using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;
using NetGen.Losses.Rows;

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
        T max = RowMax.Of<Value<T>, T>(outputs);
        T sum = RowSum.Of<ShiftedExp, T>(outputs, outputs, max, default);
        return RowSum.Of<Surprise, T>(outputs, targets, max, SimdScalar<T>.Log(sum));
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Lengths.MustMatch(outputs.Length, targets.Length, nameof(targets));
        T max = RowMax.Of<Value<T>, T>(outputs);
        RowTransform.Apply<ShiftedExp, T>(outputs, outputs, max, default, gradient);
        T sum = RowSum.Of<Value<T>, T>(gradient, gradient, default, default);
        T loss = RowSum.Of<Surprise, T>(outputs, targets, max, SimdScalar<T>.Log(sum));
        T total = RowSum.Of<Value<T>, T>(targets, targets, default, default);
        RowTransform.Apply<ScaledMinus, T>(gradient, targets, total / sum, default, gradient);
        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label)
    {
        T max = RowMax.Of<Value<T>, T>(outputs);
        T sum = RowSum.Of<ShiftedExp, T>(outputs, outputs, max, default);
        return SimdScalar<T>.Log(sum) + (max - outputs[label]);
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        T max = RowMax.Of<Value<T>, T>(outputs);
        T distance = max - outputs[label];
        RowTransform.Apply<ShiftedExp, T>(outputs, outputs, max, default, gradient);
        T sum = RowSum.Of<Value<T>, T>(gradient, gradient, default, default);
        RowTransform.Apply<Scaled<T>, T>(gradient, gradient, T.One / sum, default, gradient);
        gradient[label] -= T.One;
        return SimdScalar<T>.Log(sum) + distance;
    }

    /// <summary>e^(o − a) with the largest logit a.</summary>
    private readonly struct ShiftedExp : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector y, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Exp(TSimd.Subtract(o, a));
    }

    /// <summary>t((a − o) + b), where a + b is the logarithm of the sum; 0 for t = 0, even at o = −∞.</summary>
    private readonly struct Surprise : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector zero = TSimd.Create(T.Zero);
            TVector surprise = TSimd.Add(TSimd.Subtract(a, o), b);
            TVector nothing = TSimd.And(TSimd.Equals(t, zero), TSimd.Equals(surprise, surprise));
            return TSimd.Select(nothing, zero, TSimd.Multiply(t, surprise));
        }
    }

    /// <summary>a·x − t.</summary>
    private readonly struct ScaledMinus : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector t, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(TSimd.Multiply(a, x), t);
    }
}
