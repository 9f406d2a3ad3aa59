using System.Numerics;
using NetGen.Rows;

namespace NetGen.Activations;

/// <summary>aᵢ = e^(zᵢ − m) / Σⱼ e^(zⱼ − m) over a row, with m the largest z, so that nothing overflows.</summary>
/// <remarks>∂L/∂zᵢ = aᵢ(∂L/∂aᵢ − Σⱼ aⱼ ∂L/∂aⱼ), from the outputs alone.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Softmax<T> : IRowActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static void Invoke(ReadOnlySpan<T> z, Span<T> a)
    {
        Row.MustMatch(z.Length, a.Length, nameof(a));
        T sum = RowWalk<ExpOfDifference<T>, T>.Map(z, z, a, RowMaximum<T>.Of(z));
        RowWalk<Scaled<T>, T>.Map(a, a, a, T.One / sum);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static void Differentiate(ReadOnlySpan<T> a, Span<T> gradient)
    {
        Row.MustMatch(a.Length, gradient.Length, nameof(gradient));
        T dot = RowWalk<Product<T>, T>.Sum(a, gradient);
        RowWalk<WeightedDifference<T>, T>.Map(a, gradient, gradient, dot);
    }
}
