using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

namespace NetGen.Losses;

/// <summary>
/// −Σ tᵢoᵢ of log-probabilities o, or −o_y for the class y; ∂/∂oᵢ = −tᵢ. A zero target adds nothing, even at o = −∞.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct NegativeLogLikelihood<T> : ILoss<T>, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        return -RowWalk<Likelihood, T>.Sum(outputs, targets);
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T loss = Evaluate(outputs, targets);
        RowWalk<Scaled<T>, T>.Map(targets, targets, gradient, -T.One);
        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) => -outputs[label];

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T loss = -outputs[label];
        gradient.Clear();
        gradient[label] = -T.One;
        return loss;
    }

    private readonly struct Likelihood : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            WeightedTerm.Of<T, TVector, TSimd>(t, o, o);
    }
}
