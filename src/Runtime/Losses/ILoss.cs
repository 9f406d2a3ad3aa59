using System.Numerics;

namespace NetGen;

/// <summary>
/// A loss of one row: its value and its gradient. Implement it with an empty struct and name the struct in
/// <see cref="NetworkAttribute"/> by <c>typeof</c> or as its generic argument. The outputs of a row may be coupled.
/// The rows of a batch are averaged by the network; <see cref="LossReduction"/> does not apply.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Whether the loss of a row is the sum of the losses of its outputs, each of them independent of the others, so
    /// that many rows may be handed over as one.
    /// </summary>
    static virtual bool IsElementwise => false;

    /// <summary>The loss of a row.</summary>
    /// <param name="outputs">The outputs of the network, one row.</param>
    /// <param name="targets">The targets, as long as <paramref name="outputs"/>.</param>
    static abstract T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets);

    /// <summary>The loss of a row, and its gradient with respect to the outputs.</summary>
    /// <param name="outputs">The outputs of the network, one row.</param>
    /// <param name="targets">The targets, as long as <paramref name="outputs"/>.</param>
    /// <param name="gradient">Receives ∂loss/∂outputs (overwritten), as long as <paramref name="outputs"/>.</param>
    static abstract T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient);

    /// <summary>Whether <see cref="Walk"/> is there, which takes all rows of a block in one call.</summary>
    internal static virtual bool WalksBlocks => false;

    /// <summary>The sum of the losses of the rows, and its gradient times a scale, without the negligible elements.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="gradient">Receives the gradient, of the same length; nothing if it is empty.</param>
    /// <param name="columns">The length of a row, at least 1.</param>
    /// <param name="scale">The factor of the gradient.</param>
    internal static virtual double Walk(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, int columns, T scale) =>
        throw new NotSupportedException();

    /// <summary><see cref="Walk"/> of a single row: less to compile where its length is a constant.</summary>
    /// <param name="outputs">The outputs of the row.</param>
    /// <param name="targets">Its targets.</param>
    /// <param name="gradient">Receives the gradient.</param>
    /// <param name="columns">The length of the row, at least 1.</param>
    /// <param name="scale">The factor of the gradient.</param>
    internal static virtual double WalkRow(ref readonly T outputs, ref readonly T targets, ref T gradient, int columns, T scale) =>
        throw new NotSupportedException();

    /// <summary>Whether <see cref="DifferentiateSingle"/> is there.</summary>
    internal static virtual bool HasSingle => false;

    /// <summary>The loss of a row of one output, and its gradient times a scale, in registers.</summary>
    /// <param name="output">The output.</param>
    /// <param name="target">Its target.</param>
    /// <param name="scale">The factor of the gradient.</param>
    /// <param name="loss">Receives the loss.</param>
    internal static virtual T DifferentiateSingle(T output, T target, T scale, out double loss) => throw new NotSupportedException();
}
