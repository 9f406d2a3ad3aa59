using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Elementary;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>aᵢ = zᵢ − m − ln Σⱼ e^(zⱼ − m) over a row, with m the largest z, so that nothing overflows.</summary>
/// <remarks>∂L/∂zᵢ = ∂L/∂aᵢ − e^aᵢ Σⱼ ∂L/∂aⱼ, from the outputs alone.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct LogSoftmax<T> : IRowActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static bool IRowActivation<T>.WalksBlocks => true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static void Invoke(ReadOnlySpan<T> z, Span<T> a)
    {
        Row.MustMatch(z.Length, a.Length, nameof(a));
        RowBlock<Value, T>.Map(z, a, z.Length);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static void Differentiate(ReadOnlySpan<T> a, Span<T> gradient)
    {
        Row.MustMatch(a.Length, gradient.Length, nameof(gradient));
        RowBlock<Gradient, T>.Walk(a, gradient, gradient, a.Length, T.One);
    }

    [MethodImpl(AggressiveInlining)]
    static TVector IRowActivation<T>.OfExponentials<TVector, TSimd>(TVector shifted, TVector exponentials, TVector sum) =>
        TSimd.Subtract(shifted, Logarithm<TVector, TSimd, T>.LogOfNormal(sum));

    [MethodImpl(AggressiveInlining)]
    static void IRowActivation<T>.InvokeBlock(ReadOnlySpan<T> z, Span<T> a, int columns) =>
        RowBlock<Value, T>.Map(z, a, columns);

    [MethodImpl(AggressiveInlining)]
    static void IRowActivation<T>.DifferentiateBlock(ReadOnlySpan<T> a, Span<T> gradient, int columns) =>
        RowBlock<Gradient, T>.Walk(a, gradient, gradient, columns, T.One);

    /// <summary>(z − m) less the logarithm of the sum, in this order: m may be far larger than that.</summary>
    private readonly struct Value : IRowOperator<T>
    {
        public static RowReference Reference => RowReference.Maximum;

        public static bool IsUnary => true;

        public static int Sums => 1;

        public static bool FitsTiles => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector Keep<TVector, TSimd>(TVector x, TVector y, TVector reference)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(x, reference);

        [MethodImpl(AggressiveInlining)]
        public static TVector First<TVector, TSimd>(TVector kept, TVector x, TVector y)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Exponential<TVector, TSimd, T>.ExpOfNonPositive(kept);

        [MethodImpl(AggressiveInlining)]
        public static TVector Offset<TVector, TSimd>(TVector first, TVector second)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            Logarithm<TVector, TSimd, T>.LogOfNormal(first);

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(kept, d);
    }

    /// <summary>Of the outputs x and their gradient y, y − eˣ Σy.</summary>
    private readonly struct Gradient : IRowOperator<T>
    {
        public static int Sums => 1;

        public static bool IsGradient => true;

        [MethodImpl(AggressiveInlining)]
        public static TVector First<TVector, TSimd>(TVector kept, TVector x, TVector y)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            y;

        [MethodImpl(AggressiveInlining)]
        public static TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Subtract(y, TSimd.Multiply(c, TSimd.Exp(x)));
    }
}
