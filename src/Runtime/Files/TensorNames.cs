using System.Globalization;

namespace NetGen.Files;

/// <summary>The names by which a file knows the weights and biases of the layers.</summary>
public abstract class TensorNames
{
    private protected TensorNames()
    {
    }

    /// <summary>The names of a PyTorch module with linear layers as attributes: <c>fc1.weight</c>, <c>fc1.bias</c>, ….</summary>
    /// <param name="layers">A name per layer; none for <c>layers.0</c>, <c>layers.1</c>, …, the names of a <c>ModuleList</c> called layers.</param>
    public static TensorNames PyTorch(params string[] layers) =>
        new LayerNames(Checked(layers), (layer, _) => layer.Name, ".weight", ".bias");

    /// <summary>
    /// The names of a PyTorch <c>Sequential</c>: <c>0.weight</c>, <c>2.weight</c>, … by the index of the module, with
    /// activations in between. A file is read in the order of these numbers, whichever they are; on writing, every activation
    /// but Identity counts as a module.
    /// </summary>
    /// <param name="prefix">What precedes the number, as <c>"net."</c> where the module is an attribute called net.</param>
    public static TensorNames PyTorchSequential(string prefix = "") =>
        new SequentialNames(prefix ?? throw new ArgumentNullException(nameof(prefix)));

    /// <summary>The names of Keras: <c>dense/kernel:0</c>, <c>dense/bias:0</c>, <c>dense_1/kernel:0</c>, ….</summary>
    /// <param name="layers">A name per layer; none for <c>dense</c>, <c>dense_1</c>, <c>dense_2</c>, ….</param>
    public static TensorNames Keras(params string[] layers) =>
        new LayerNames(Checked(layers), (_, i) => i == 0 ? "dense" : string.Create(CultureInfo.InvariantCulture, $"dense_{i}"), "/kernel:0", "/bias:0");

    /// <summary>Any other names.</summary>
    /// <param name="names">Gives the names of a layer by its description and index; that of the biases is not used where there are none.</param>
    public static TensorNames Of(Func<LayerInfo, int, (string Weights, string Biases)> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new ChosenNames(names);
    }

    /// <summary>The names to write.</summary>
    /// <exception cref="ArgumentException">The names do not fit the layers.</exception>
    internal abstract (string Weights, string Biases)[] ForWriting(ReadOnlySpan<LayerInfo> layers);

    /// <summary>The names to read, for which a file may be asked.</summary>
    /// <exception cref="ArgumentException">The names do not fit the layers.</exception>
    /// <exception cref="ModelFileException">The file has no such names.</exception>
    internal virtual (string Weights, string Biases)[] ForReading(ReadOnlySpan<LayerInfo> layers, SafeTensorsFile file) => ForWriting(layers);

    private static string[] Checked(string[] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Contains(null!))
            throw new ArgumentException($"The name of layer {Array.IndexOf(layers, null)} is null.", nameof(layers));
        return [.. layers];
    }
}
