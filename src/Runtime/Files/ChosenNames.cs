namespace NetGen.Files;

/// <summary>Names that a function of the layer gives.</summary>
internal sealed class ChosenNames(Func<LayerInfo, int, (string Weights, string Biases)> names) : TensorNames
{
    internal override (string Weights, string Biases)[] ForWriting(ReadOnlySpan<LayerInfo> layers)
    {
        (string Weights, string Biases)[] found = new (string, string)[layers.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            found[i] = names(layers[i], i);
            if (found[i].Weights is null || (found[i].Biases is null && layers[i].HasBiases))
                throw new ArgumentException($"The name of a tensor of layer {i} is null.", "options");
        }

        return found;
    }
}
