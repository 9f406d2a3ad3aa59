using System.Numerics;

namespace NetGen;

/// <summary>A loss of one row against the index of its class instead of a row of targets.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The loss of a row whose class is <paramref name="label"/>.</summary>
    /// <param name="outputs">The outputs of the network, one row.</param>
    /// <param name="label">The index of the class, checked by the caller to be below <c>outputs.Length</c>.</param>
    static abstract T Evaluate(ReadOnlySpan<T> outputs, int label);

    /// <summary>The loss of a row whose class is <paramref name="label"/>, and its gradient with respect to the outputs.</summary>
    /// <param name="outputs">The outputs of the network, one row.</param>
    /// <param name="label">The index of the class, checked by the caller to be below <c>outputs.Length</c>.</param>
    /// <param name="gradient">Receives ∂loss/∂outputs (overwritten), as long as <paramref name="outputs"/>.</param>
    static abstract T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient);
}
