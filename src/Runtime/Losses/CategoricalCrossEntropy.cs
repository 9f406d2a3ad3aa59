using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;
using NetGen.Losses.Rows;

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
    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        Lengths.MustMatch(outputs.Length, targets.Length, nameof(targets));
        return -RowSum.Of<Likelihood, T>(outputs, targets, Sum(outputs), default);
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Lengths.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Lengths.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T sum = Sum(outputs);
        T loss = -RowSum.Of<Likelihood, T>(outputs, targets, sum, default);
        RowTransform.Apply<Slope, T>(outputs, targets, Sum(targets) / sum, default, gradient);
        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) => -SimdScalar<T>.Log(outputs[label] / Sum(outputs));

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        Lengths.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T sum = Sum(outputs);
        T wanted = outputs[label];
        gradient.Fill(T.One / sum);
        gradient[label] -= T.One / wanted;
        return -SimdScalar<T>.Log(wanted / sum);
    }

    private static T Sum(ReadOnlySpan<T> row) => RowSum.Of<Value<T>, T>(row, row, default, default);

    /// <summary>t·ln(o/a) with the sum a of the outputs.</summary>
    private readonly struct Likelihood : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector zero = TSimd.Create(T.Zero);
            TVector share = TSimd.Divide(o, a);

            // A NaN share compares unequal to itself and so is not hidden by a zero target.
            TVector nothing = TSimd.And(TSimd.Equals(t, zero), TSimd.Equals(share, share));
            return TSimd.Select(nothing, zero, TSimd.Multiply(t, TSimd.Log(share)));
        }
    }

    /// <summary>a − t/o.</summary>
    private readonly struct Slope : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector zero = TSimd.Create(T.Zero);
            TVector pull = TSimd.Select(TSimd.Equals(t, zero), zero, TSimd.Divide(t, o));
            return TSimd.Subtract(a, pull);
        }
    }
}
