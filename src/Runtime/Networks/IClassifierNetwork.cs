using System.Numerics;

namespace NetGen;

/// <summary>A network whose loss is over classes, so that a row's target may be the index of its class.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IClassifierNetwork<T> : ITrainableNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The mean loss over the rows.</summary>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="labels">One class index per row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    /// <summary>The mean loss over the rows; adds the gradient of that mean to <paramref name="gradient"/>.</summary>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="labels">One class index per row.</param>
    /// <param name="gradient">The gradient, laid out as the parameters; added to.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or spans overlap; nothing is written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output; nothing is written.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradient);

    /// <summary>One step of plain gradient descent on the mean loss; returns the loss before the step.</summary>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="labels">One class index per row.</param>
    /// <param name="learningRate">The factor of the gradient that is subtracted from the parameters.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or spans overlap the parameters; nothing is written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output; nothing is written.</exception>
    T SgdStep(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T learningRate);
}
