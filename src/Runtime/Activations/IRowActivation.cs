using System.Numerics;

namespace NetGen;

/// <summary>
/// An activation that couples the outputs of a row, as softmax does. The derivative needs only the outputs, and works as a
/// vector-Jacobian product.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IRowActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>a = f(z) of one row.</summary>
    /// <param name="z">Pre-activations, at least one.</param>
    /// <param name="a">Outputs, as many; may be the same memory as <paramref name="z"/>.</param>
    static abstract void Invoke(ReadOnlySpan<T> z, Span<T> a);

    /// <summary>∂L/∂z = Jᵀ ∂L/∂a of one row, in place.</summary>
    /// <param name="a">The outputs.</param>
    /// <param name="gradient">∂L/∂a on entry, ∂L/∂z on return.</param>
    static abstract void Differentiate(ReadOnlySpan<T> a, Span<T> gradient);

    /// <summary>Whether there are <see cref="InvokeBlock"/> and <see cref="DifferentiateBlock"/>, which take all rows in one call.</summary>
    internal static virtual bool WalksBlocks => false;

    /// <summary>a = f(z), row by row.</summary>
    /// <param name="z">Pre-activations, [rows, columns].</param>
    /// <param name="a">Outputs of the same shape; may be the same memory.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    internal static virtual void InvokeBlock(ReadOnlySpan<T> z, Span<T> a, int columns) => throw new NotSupportedException();

    /// <summary>a = f(z) of a row in a vector, of functions that need no more than its exponentials.</summary>
    /// <param name="shifted">z − m, with m the largest of the row.</param>
    /// <param name="exponentials">e^(z − m).</param>
    /// <param name="sum">Their sum over the row, in each lane.</param>
    internal static virtual TVector OfExponentials<TVector, TSimd>(TVector shifted, TVector exponentials, TVector sum)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();

    /// <summary>∂L/∂z from ∂L/∂a, row by row and in place, without the negligible elements.</summary>
    /// <param name="a">Outputs, [rows, columns].</param>
    /// <param name="gradient">∂L/∂a on entry, ∂L/∂z on return.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    internal static virtual void DifferentiateBlock(ReadOnlySpan<T> a, Span<T> gradient, int columns) => throw new NotSupportedException();
}
