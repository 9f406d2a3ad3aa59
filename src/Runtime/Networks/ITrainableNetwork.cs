using System.Numerics;

namespace NetGen;

/// <summary>A network with a loss and its gradients.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ITrainableNetwork<T> : INetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The mean loss over the rows.</summary>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>The mean loss over the rows; adds the gradient of that mean to <paramref name="gradient"/>.</summary>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="gradient">The gradient, laid out as the parameters; added to.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or spans overlap; nothing is written.</exception>
    T Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradient);

    /// <summary>One step of plain gradient descent on the mean loss; returns the loss before the step.</summary>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="learningRate">The factor of the gradient that is subtracted from the parameters.</param>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or spans overlap the parameters; nothing is written.</exception>
    T SgdStep(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate);

    /// <summary>The product of an output gradient with the Jacobians of the network, as PyTorch's <c>backward(gradient)</c>.</summary>
    /// <param name="inputs">Rows of inputs.</param>
    /// <param name="outputGradients">As many rows of ∂L/∂output.</param>
    /// <param name="parameterGradient">Receives ∂L/∂parameters summed over the rows (added), or empty to skip it.</param>
    /// <param name="inputGradients">Receives rows of ∂L/∂input (overwritten), or empty to skip it.</param>
    /// <exception cref="ArgumentException">A length does not fit, or spans overlap; nothing is written.</exception>
    void VectorJacobianProduct(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> parameterGradient, Span<T> inputGradients);
}
