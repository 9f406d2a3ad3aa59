using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

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
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        return -RowWalk<Likelihood, T>.Sum(outputs, targets, Sum(outputs));
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T sum = Sum(outputs);
        T loss = -RowWalk<Likelihood, T>.Sum(outputs, targets, sum);
        RowWalk<Slope, T>.Map(outputs, targets, gradient, Sum(targets) / sum);
        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) => -SimdScalar<T>.Log(outputs[label] / Sum(outputs));

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T sum = Sum(outputs);
        T wanted = outputs[label];
        gradient.Fill(T.One / sum);
        gradient[label] -= T.One / wanted;
        return -SimdScalar<T>.Log(wanted / sum);
    }

    private static T Sum(ReadOnlySpan<T> row) => RowWalk<Same<T>, T>.Sum(row, row);

    /// <summary>t·ln(o/c) with the sum c of the outputs.</summary>
    private readonly struct Likelihood : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector share = TSimd.Divide(o, c);
            return WeightedTerm.Of<T, TVector, TSimd>(t, TSimd.Log(share), share);
        }
    }

    /// <summary>c − t/o.</summary>
    private readonly struct Slope : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector zero = TSimd.Create(T.Zero);
            TVector pull = TSimd.Select(TSimd.Equals(t, zero), zero, TSimd.Divide(t, o));
            return TSimd.Subtract(c, pull);
        }
    }
}
