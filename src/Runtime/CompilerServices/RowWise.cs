using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

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
    public static void Invoke<TRowActivation, T>(ReadOnlySpan<T> z, Span<T> a, int columns)
        where TRowActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(a.Length, z.Length, nameof(z));
        MustBeWholeRows(a.Length, columns);
        for (int i = 0; i < a.Length; i += columns)
        {
            TRowActivation.Invoke(z.Slice(i, columns), a.Slice(i, columns));
        }
    }

    /// <summary>From the gradient of the outputs to that of the pre-activations, row by row and in place.</summary>
    /// <param name="a">Outputs, [rows, columns].</param>
    /// <param name="gradient">∂L/∂a on entry, ∂L/∂z on return; the same shape, memory apart from <paramref name="a"/>.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    /// <typeparam name="TRowActivation">The activation.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ or are no whole number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is below 1.</exception>
    public static void Differentiate<TRowActivation, T>(ReadOnlySpan<T> a, Span<T> gradient, int columns)
        where TRowActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(gradient.Length, a.Length, nameof(a));
        MustBeWholeRows(gradient.Length, columns);
        for (int i = 0; i < gradient.Length; i += columns)
        {
            TRowActivation.Differentiate(a.Slice(i, columns), gradient.Slice(i, columns));
        }
    }

    private static void MustBeWholeRows(int length, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (length % columns != 0)
        {
            ThrowPartialRow(length, columns);
        }
    }

    [DoesNotReturn]
    private static void ThrowPartialRow(int length, int columns) =>
        throw new ArgumentException($"A length of {length} is no whole number of rows of {columns}.", nameof(columns));
}
