using System.Numerics;
using NetGen.Rows;

namespace NetGen.Activations;

/// <summary>aᵢ = zᵢ − m − ln Σⱼ e^(zⱼ − m) over a row, with m the largest z, so that nothing overflows.</summary>
/// <remarks>∂L/∂zᵢ = ∂L/∂aᵢ − e^aᵢ Σⱼ ∂L/∂aⱼ, from the outputs alone.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct LogSoftmax<T> : IRowActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static void Invoke(ReadOnlySpan<T> z, Span<T> a)
    {
        Row.MustMatch(z.Length, a.Length, nameof(a));
        T max = RowMaximum<T>.Of(z);
        T sum = RowWalk<ExpOfDifference<T>, T>.Sum(z, z, max);
        RowWalk<LessBoth<T>, T>.Map(z, z, a, max, SimdScalar<T>.Log(sum));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static void Differentiate(ReadOnlySpan<T> a, Span<T> gradient)
    {
        Row.MustMatch(a.Length, gradient.Length, nameof(gradient));
        T sum = RowWalk<Same<T>, T>.Sum(gradient, gradient);
        RowWalk<LessWeightedExp<T>, T>.Map(a, gradient, gradient, sum);
    }
}
