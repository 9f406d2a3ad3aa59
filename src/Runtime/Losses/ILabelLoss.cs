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

    /// <summary>Whether <see cref="Walk"/> is there, which takes all rows of a block in one call.</summary>
    internal static virtual bool WalksBlocks => false;

    /// <summary>The sum of the losses of the rows, and its gradient times a scale, without the negligible elements.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="gradient">Receives the gradient, as long as the outputs; nothing if it is empty.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    /// <param name="scale">The factor of the gradient.</param>
    internal static virtual double Walk(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> gradient, int columns, T scale) =>
        throw new NotSupportedException();

    /// <summary><see cref="Walk"/> of a single row: less to compile where its length is a constant.</summary>
    /// <param name="outputs">The outputs of the row.</param>
    /// <param name="label">Its class.</param>
    /// <param name="gradient">Receives the gradient.</param>
    /// <param name="columns">The length of the row, at least 1.</param>
    /// <param name="scale">The factor of the gradient.</param>
    internal static virtual double WalkRow(ref readonly T outputs, ref readonly int label, ref T gradient, int columns, T scale) =>
        throw new NotSupportedException();
}
