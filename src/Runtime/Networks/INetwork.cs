using System.Numerics;

namespace NetGen;

/// <summary>A network that maps rows of inputs to rows of outputs.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface INetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Number of inputs of a row.</summary>
    static abstract int InputSize { get; }

    /// <summary>Number of outputs of a row.</summary>
    static abstract int OutputSize { get; }

    /// <summary>Number of weights and biases.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>The layers in order.</summary>
    static abstract ReadOnlySpan<LayerInfo> Layers { get; }

    /// <summary>The layers in order, for code that knows a network by this interface only; equal to <see cref="Layers"/>.</summary>
    /// <returns>The table of the layers, which does not change.</returns>
    ReadOnlySpan<LayerInfo> GetLayers();

    /// <summary>
    /// A live view of all parameters. Per layer: the weights <c>[in, out]</c> row-major (z = a·W + b), then the biases.
    /// </summary>
    Span<T> Parameters { get; }

    /// <summary>Computes the outputs of whole rows of inputs.</summary>
    /// <param name="inputs">Rows of <see cref="InputSize"/> values.</param>
    /// <param name="outputs">Receives as many rows of <see cref="OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap; nothing is written.</exception>
    void Forward(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>Computes ∂output/∂input of one row.</summary>
    /// <param name="input">One row of <see cref="InputSize"/> values.</param>
    /// <param name="jacobian">Receives <c>[OutputSize, InputSize]</c> row-major.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap; nothing is written.</exception>
    void Jacobian(ReadOnlySpan<T> input, Span<T> jacobian);
}
