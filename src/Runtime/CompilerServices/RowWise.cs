using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>Applies a row activation to every row of a row-major matrix. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowWise
{
    /// <summary>a = f(z), row by row.</summary>
    /// <param name="z">Pre-activations, [rows, columns].</param>
    /// <param name="a">Outputs of the same shape; may be the same memory as <paramref name="z"/>.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    /// <typeparam name="TRowActivation">The activation.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ or are no whole number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is below 1.</exception>
    [MethodImpl(AggressiveInlining)]
    public static void Invoke<TRowActivation, T>(ReadOnlySpan<T> z, Span<T> a, int columns)
        where TRowActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(a.Length, z.Length, nameof(z));
        if (TRowActivation.WalksBlocks)
        {
            TRowActivation.InvokeBlock(z, a, columns);
        }
        else
        {
            InvokeRows<TRowActivation, T>(z, a, columns);
        }
    }

    /// <summary>From the gradient of the outputs to that of the pre-activations, row by row and in place.</summary>
    /// <param name="a">Outputs, [rows, columns].</param>
    /// <param name="gradient">∂L/∂a on entry, ∂L/∂z on return; the same shape, memory apart from <paramref name="a"/>.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    /// <typeparam name="TRowActivation">The activation.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <remarks>
    /// Elements of the result below 2⁻¹¹⁰ in magnitude (Single) or 2⁻⁹⁷⁰ (Double) are taken as 0, so that no denormal numbers
    /// arise, on which many processors are slow; NaN stays NaN.
    /// </remarks>
    /// <exception cref="ArgumentException">The lengths differ or are no whole number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is below 1.</exception>
    [MethodImpl(AggressiveInlining)]
    public static void Differentiate<TRowActivation, T>(ReadOnlySpan<T> a, Span<T> gradient, int columns)
        where TRowActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(gradient.Length, a.Length, nameof(a));
        if (TRowActivation.WalksBlocks)
        {
            TRowActivation.DifferentiateBlock(a, gradient, columns);
        }
        else
        {
            DifferentiateRows<TRowActivation, T>(a, gradient, columns);
        }
    }

    private static void InvokeRows<TRowActivation, T>(ReadOnlySpan<T> z, Span<T> a, int columns)
        where TRowActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Row.Count(a.Length, columns);
        for (int row = 0; row < rows; row++)
        {
            TRowActivation.Invoke(z.Slice(row * columns, columns), a.Slice(row * columns, columns));
        }
    }

    private static void DifferentiateRows<TRowActivation, T>(ReadOnlySpan<T> a, Span<T> gradient, int columns)
        where TRowActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Row.Count(gradient.Length, columns);
        for (int row = 0; row < rows; row++)
        {
            TRowActivation.Differentiate(a.Slice(row * columns, columns), gradient.Slice(row * columns, columns));
        }

        ScaledGradient<T>.Invoke(gradient, T.One);
    }
}
