using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>Called by generated code: walks the rows of a block with a loss.</summary>
/// <remarks>
/// Elements of a scaled gradient below 2⁻¹¹⁰ in magnitude (Single) or 2⁻⁹⁷⁰ (Double) are taken as 0, so that no denormal
/// numbers arise, on which many processors are slow; NaN stays NaN.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowLoss
{
    /// <summary>The sum of the losses of the rows.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="columns">The length of a row.</param>
    [MethodImpl(AggressiveInlining)]
    public static double Evaluate<TLoss, T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int columns)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLoss.WalksBlocks
            ? TLoss.Walk(outputs, targets, default, columns, T.One)
            : RowByRow<TLoss, T>.Evaluate(outputs, targets, columns);

    /// <summary>The sum of the losses of the rows, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="gradient">Receives scale · ∂loss/∂outputs (overwritten); apart from the other spans.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="scale">The factor of the gradient; the sum that is returned does not have it.</param>
    [MethodImpl(AggressiveInlining)]
    public static double Differentiate<TLoss, T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, int columns, T scale)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLoss.WalksBlocks
            ? TLoss.Walk(outputs, targets, gradient, columns, scale)
            : RowByRow<TLoss, T>.Differentiate(outputs, targets, gradient, columns, scale);

    /// <summary>The loss of a row, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="outputs">A row of <paramref name="columns"/> outputs.</param>
    /// <param name="targets">As many targets.</param>
    /// <param name="gradient">Receives scale · ∂loss/∂outputs (overwritten); apart from the others.</param>
    /// <param name="columns">The length of the row, a constant: the JIT then compiles what is for such rows alone.</param>
    /// <param name="scale">The factor of the gradient; the loss that is returned does not have it.</param>
    [MethodImpl(AggressiveInlining)]
    public static double DifferentiateRow<TLoss, T>(ref readonly T outputs, ref readonly T targets, ref T gradient, int columns, T scale)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLoss.WalksBlocks
            ? TLoss.WalkRow(in outputs, in targets, ref gradient, columns, scale)
            : RowByRow<TLoss, T>.Differentiate(
                MemoryMarshal.CreateReadOnlySpan(in outputs, columns),
                MemoryMarshal.CreateReadOnlySpan(in targets, columns),
                MemoryMarshal.CreateSpan(ref gradient, columns),
                columns,
                scale);

    /// <summary>The gradient of the loss of a row of one output, times <paramref name="scale"/>.</summary>
    /// <param name="output">The output.</param>
    /// <param name="target">Its target.</param>
    /// <param name="scale">The factor of the gradient; the loss does not have it.</param>
    /// <param name="loss">Receives the loss.</param>
    [MethodImpl(AggressiveInlining)]
    public static T DifferentiateSingle<TLoss, T>(T output, T target, T scale, out double loss)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (TLoss.HasSingle)
        {
            return TLoss.DifferentiateSingle(output, target, scale, out loss);
        }

        T gradient = default;
        loss = DifferentiateRow<TLoss, T>(in output, in target, ref gradient, 1, scale);
        return gradient;
    }

    /// <summary>The sum of the losses of the rows against the indices of their classes.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="labels">One class index per row, each below <paramref name="columns"/>.</param>
    /// <param name="columns">The length of a row.</param>
    [MethodImpl(AggressiveInlining)]
    public static double EvaluateLabels<TLoss, T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int columns)
        where TLoss : struct, ILabelLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLoss.WalksBlocks
            ? TLoss.Walk(outputs, labels, default, columns, T.One)
            : RowByRowLabels<TLoss, T>.Evaluate(outputs, labels, columns);

    /// <summary>The sum of the losses of the rows against the indices of their classes, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="outputs">Rows of <paramref name="columns"/> outputs.</param>
    /// <param name="labels">One class index per row, each below <paramref name="columns"/>.</param>
    /// <param name="gradient">Receives scale · ∂loss/∂outputs (overwritten); apart from the other spans.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="scale">The factor of the gradient; the sum that is returned does not have it.</param>
    [MethodImpl(AggressiveInlining)]
    public static double DifferentiateLabels<TLoss, T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> gradient, int columns, T scale)
        where TLoss : struct, ILabelLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLoss.WalksBlocks
            ? TLoss.Walk(outputs, labels, gradient, columns, scale)
            : RowByRowLabels<TLoss, T>.Differentiate(outputs, labels, gradient, columns, scale);

    /// <summary>The loss of a row against the index of its class, and its gradient times <paramref name="scale"/>.</summary>
    /// <param name="outputs">A row of <paramref name="columns"/> outputs.</param>
    /// <param name="label">The class, below <paramref name="columns"/>.</param>
    /// <param name="gradient">Receives scale · ∂loss/∂outputs (overwritten); apart from the others.</param>
    /// <param name="columns">The length of the row, a constant: the JIT then compiles what is for such rows alone.</param>
    /// <param name="scale">The factor of the gradient; the loss that is returned does not have it.</param>
    [MethodImpl(AggressiveInlining)]
    public static double DifferentiateLabelsRow<TLoss, T>(ref readonly T outputs, ref readonly int label, ref T gradient, int columns, T scale)
        where TLoss : struct, ILabelLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TLoss.WalksBlocks
            ? TLoss.WalkRow(in outputs, in label, ref gradient, columns, scale)
            : RowByRowLabels<TLoss, T>.Differentiate(
                MemoryMarshal.CreateReadOnlySpan(in outputs, columns),
                new ReadOnlySpan<int>(in label),
                MemoryMarshal.CreateSpan(ref gradient, columns),
                columns,
                scale);
}
