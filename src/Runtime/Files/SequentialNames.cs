using System.Globalization;

namespace NetGen.Files;

/// <summary>Names by the index of a module in PyTorch's <c>Sequential</c>.</summary>
internal sealed class SequentialNames(string prefix) : TensorNames
{
    private const string Weights = ".weight";
    private const string Biases = ".bias";

    internal override (string Weights, string Biases)[] ForWriting(ReadOnlySpan<LayerInfo> layers)
    {
        List<int> modules = [];
        int module = 0;
        foreach (LayerInfo layer in layers)
        {
            modules.Add(module);
            module += layer.Activation == Activation.Identity ? 1 : 2;
        }

        return Names(modules);
    }

    internal override (string Weights, string Biases)[] ForReading(ReadOnlySpan<LayerInfo> layers, SafeTensorsFile file)
    {
        int[] modules = [.. file.Tensors.Select(x => ModuleOf(x.Name)).OfType<int>().Order()];
        if (modules.Length != layers.Length)
            throw file.Error(null, $"{modules.Length} tensors are named like {Name(0, Weights)}, but the network has {layers.Length} layers");
        return Names(modules);
    }

    private (string Weights, string Biases)[] Names(IEnumerable<int> modules) =>
        [.. modules.Select(x => (Name(x, Weights), Name(x, Biases)))];

    /// <summary>The index in a name of weights; null in any other name.</summary>
    private int? ModuleOf(string name) =>
        name.Length > prefix.Length + Weights.Length
        && int.TryParse(name.AsSpan(prefix.Length, name.Length - prefix.Length - Weights.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int module)
        && name == Name(module, Weights)
            ? module : null;

    private string Name(int module, string tensor) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{module}{tensor}");
}
