namespace NetGen.Files;

/// <summary>A tensor of a file that holds parameters of a layer.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Blocks">The matrices in it, which cover it.</param>
internal sealed record LayerTensor(string Name, int[] Shape, TensorBlock[] Blocks)
{
    /// <summary>The tensors of all layers.</summary>
    public static List<LayerTensor> Of(ReadOnlySpan<LayerInfo> layers, (string Weights, string Biases)[] names, ModelLayout layout)
    {
        List<LayerTensor> tensors = [];
        for (int i = 0; i < layers.Length; i++)
        {
            if (layout == ModelLayout.BiasFirstColumn)
            {
                tensors.Add(WeightsAndBiases(layers[i], names[i].Weights));
                continue;
            }

            tensors.Add(layout == ModelLayout.PyTorch ? OutIn(layers[i], names[i].Weights) : InOut(layers[i], names[i].Weights));
            if (layers[i].HasBiases)
                tensors.Add(Biases(layers[i], names[i].Biases));
        }

        return tensors;
    }

    private static LayerTensor OutIn(LayerInfo layer, string name) =>
        new(name, [layer.OutputSize, layer.InputSize], [Transposed(layer, start: 0, layer.InputSize)]);

    private static LayerTensor InOut(LayerInfo layer, string name) => new(
        name,
        [layer.InputSize, layer.OutputSize],
        [new TensorBlock(layer.InputSize, layer.OutputSize, 0, layer.OutputSize, layer.WeightsOffset, layer.OutputSize, 1)]);

    private static LayerTensor Biases(LayerInfo layer, string name) =>
        new(name, [layer.OutputSize], [new TensorBlock(1, layer.OutputSize, 0, layer.OutputSize, layer.BiasesOffset, 0, 1)]);

    private static LayerTensor WeightsAndBiases(LayerInfo layer, string name)
    {
        if (!layer.HasBiases)
            return OutIn(layer, name);

        int columns = 1 + layer.InputSize;
        TensorBlock biases = new(layer.OutputSize, 1, 0, columns, layer.BiasesOffset, 1, 0);
        return new LayerTensor(name, [layer.OutputSize, columns], [biases, Transposed(layer, start: 1, columns)]);
    }

    /// <summary>The weights as <c>[out, in]</c>, which are <c>[in, out]</c> among the parameters.</summary>
    private static TensorBlock Transposed(LayerInfo layer, int start, int rowStride) =>
        new(layer.OutputSize, layer.InputSize, start, rowStride, layer.WeightsOffset, 1, layer.OutputSize);
}
