using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;
using NetGen.Losses.Rows;

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
        Lengths.MustMatch(outputs.Length, targets.Length, nameof(targets));
        return -RowSum.Of<Likelihood, T>(outputs, targets, default, default);
    }

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Lengths.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T loss = Evaluate(outputs, targets);
        RowTransform.Apply<Scaled<T>, T>(targets, targets, -T.One, default, gradient);
        return loss;
    }

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) => -outputs[label];

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        Lengths.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        T loss = -outputs[label];
        gradient.Clear();
        gradient[label] = -T.One;
        return loss;
    }

    private readonly struct Likelihood : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector o, TVector t, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector zero = TSimd.Create(T.Zero);

            // A NaN output compares unequal to itself and so is not hidden by a zero target.
            TVector nothing = TSimd.And(TSimd.Equals(t, zero), TSimd.Equals(o, o));
            return TSimd.Select(nothing, zero, TSimd.Multiply(t, o));
        }
    }
}
