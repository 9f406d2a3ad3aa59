using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>Keeps a gradient from becoming too large, in place and without allocating.</summary>
public static class GradientClipping
{
    /// <summary>PyTorch's addend to the norm in <c>clip_grad_norm_</c>.</summary>
    private const double NormAddend = 1e-6;

    /// <summary>2⁻⁶⁴. A smaller factor is applied in two products, as it might be denormal itself.</summary>
    private const double LeastFactor = 5.421010862427522e-20;

    /// <summary>Limits every component to [−maximum, maximum], as PyTorch's <c>clip_grad_value_</c>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">The gradient. An infinite component becomes finite, a NaN stays.</param>
    /// <param name="maximum">The largest magnitude, rounded to <typeparamref name="T"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is negative or NaN; nothing is written.</exception>
    public static void ByValue<T>(Span<T> gradient, double maximum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T limit = SimdScalar<T>.Create(OptimizerGuard.NotNegative(maximum, nameof(maximum)));
        Apply(new Limit<T>(limit), gradient);
    }

    /// <summary>
    /// Scales the gradient so that its Euclidean norm does not exceed a maximum, as PyTorch's <c>clip_grad_norm_</c>: all
    /// components times maximum / (norm + 10⁻⁶) where that is below 1.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">
    /// The gradient. Where its norm is not finite, because a component is not or because it is beyond double precision, the gradient
    /// stays as it is: no factor would mend it, and the caller sees it by the norm.
    /// </param>
    /// <param name="maximum">The largest norm; +∞ to get the norm only.</param>
    /// <returns>
    /// The norm before, summed in double precision without overflow or underflow on the way; NaN where a component is NaN.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is negative or NaN; nothing is written.</exception>
    public static double ByNorm<T>(Span<T> gradient, double maximum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        OptimizerGuard.NotNegative(maximum, nameof(maximum));
        double norm = EuclideanNorm.Of<T>(gradient);
        double factor = maximum / (norm + NormAddend);
        if (double.IsFinite(norm) && factor < 1)
            Scale(gradient, factor);
        return norm;
    }

    private static void Scale<T>(Span<T> gradient, double factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (factor < LeastFactor)
        {
            Apply(new Scaling<T>(SimdScalar<T>.Create(LeastFactor)), gradient);
            factor /= LeastFactor;
        }

        Apply(new Scaling<T>(SimdScalar<T>.Create(factor)), gradient);
    }

    /// <summary>Here the gradient is what an update changes.</summary>
    private static void Apply<T, TUpdate>(in TUpdate update, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TUpdate : struct, IUpdate<T>
    {
        ParameterRange<T> range = new(gradient, gradient, 0, gradient.Length);
        T none = default;
        UpdateMemory<T> memory = new(in range, ref none, ref none, ref none);
        UpdateWalk<T, TUpdate>.Invoke(in update, in memory, range.Start, range.End);
    }

    private readonly record struct Limit<T>(T Maximum) : IUpdate<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static StateSlots Slots => StateSlots.None;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector maximum = TSimd.Create(Maximum);
            return TSimd.Max(TSimd.Negate(maximum), TSimd.Min(maximum, parameter));
        }
    }

    private readonly record struct Scaling<T>(T Factor) : IUpdate<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static StateSlots Slots => StateSlots.None;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Multiply(TSimd.Create(Factor), parameter);
    }
}
