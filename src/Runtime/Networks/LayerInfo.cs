using System.Diagnostics;

namespace NetGen;

/// <summary>Describes one dense layer z = a·W + b of a network.</summary>
/// <param name="Name">The name of the layer, <c>layers.0</c>, <c>layers.1</c>, ….</param>
/// <param name="InputSize">Number of inputs.</param>
/// <param name="OutputSize">Number of outputs.</param>
/// <param name="Activation">The activation, or <see cref="OwnActivation"/> where it is a user's struct.</param>
/// <param name="ActivationName">The name of the activation or of the user's struct.</param>
/// <param name="WeightsOffset">Where the weights, <c>[InputSize, OutputSize]</c> row-major, start in <c>Parameters</c>.</param>
/// <param name="BiasesOffset">Where the biases, <c>[OutputSize]</c>, start in <c>Parameters</c>, or −1 where the network has none.</param>
[DebuggerDisplay("{Name,nq}: {InputSize} -> {OutputSize}, {ActivationName,nq}")]
public readonly record struct LayerInfo(
    string Name,
    int InputSize,
    int OutputSize,
    Activation Activation,
    string ActivationName,
    int WeightsOffset,
    int BiasesOffset)
{
    /// <summary>The value of <see cref="Activation"/> that stands for a user's own activation.</summary>
    public const Activation OwnActivation = (Activation)(-1);

    /// <summary>Whether the layer has biases.</summary>
    public bool HasBiases => BiasesOffset >= 0;

    /// <summary>Number of weights.</summary>
    public int WeightCount => InputSize * OutputSize;

    /// <summary>Number of weights and biases.</summary>
    public int ParameterCount => WeightCount + (HasBiases ? OutputSize : 0);
}
