namespace NetGen.Files;

/// <summary>Names made of that of a layer and that of the tensor in it.</summary>
/// <param name="listed">A name per layer, or none for the default names.</param>
/// <param name="defaultName">The default name of a layer by its index.</param>
/// <param name="weights">What follows the name of the layer for its weights.</param>
/// <param name="biases">What follows the name of the layer for its biases.</param>
internal sealed class LayerNames(string[] listed, Func<LayerInfo, int, string> defaultName, string weights, string biases) : TensorNames
{
    internal override (string Weights, string Biases)[] ForWriting(ReadOnlySpan<LayerInfo> layers)
    {
        if (listed.Length > 0 && listed.Length != layers.Length)
            throw new ArgumentException($"{listed.Length} names of layers are given, but the network has {layers.Length} layers.", "options");

        (string, string)[] names = new (string, string)[layers.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            string layer = listed.Length > 0 ? listed[i] : defaultName(layers[i], i);
            names[i] = (layer + weights, layer + biases);
        }

        return names;
    }
}
