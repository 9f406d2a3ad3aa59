namespace NetGen.Generator.Graph;

/// <summary>A dense layer and where its parameters lie.</summary>
/// <param name="Index">The index of the layer, from 0.</param>
/// <param name="Inputs">Number of inputs.</param>
/// <param name="Outputs">Number of outputs.</param>
/// <param name="WeightsOffset">Where the weights <c>[Inputs, Outputs]</c> start in the parameters.</param>
/// <param name="BiasesOffset">Where the biases <c>[Outputs]</c> start in the parameters, or −1.</param>
internal sealed record DenseLayer(int Index, int Inputs, int Outputs, int WeightsOffset, int BiasesOffset)
{
    public bool HasBiases => BiasesOffset >= 0;

    public int WeightCount => Inputs * Outputs;

    public int End => WeightsOffset + WeightCount + (HasBiases ? Outputs : 0);

    public override string ToString() => HasBiases
        ? $"layer={Index} [{Inputs}, {Outputs}] weights={WeightsOffset} biases={BiasesOffset}"
        : $"layer={Index} [{Inputs}, {Outputs}] weights={WeightsOffset}";
}
