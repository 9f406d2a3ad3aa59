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
}
