using NetGen.Peers.Managed;

namespace NetGen.Peers.Networks;

/// <summary>A network to measure: its shape, and how to create the generated classes.</summary>
internal sealed record NetworkSpec(
    string Name,
    LayerInfo[] Layers,
    Loss Loss,
    Func<ManagedPeer<float>> CreateSingle,
    Func<ManagedPeer<double>> CreateDouble)
{
    public int InputSize => Layers[0].InputSize;

    public int OutputSize => Layers[^1].OutputSize;

    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    public long WeightCount => Layers.Sum(layer => (long)layer.WeightCount);

    /// <summary>The sizes and activations, <c>2-4-3-1 ReLU, ReLU, Sigmoid</c>.</summary>
    public string Shape =>
        $"{InputSize}-{string.Join('-', Layers.Select(l => l.OutputSize))} {string.Join(", ", Layers.Select(l => l.ActivationName))}";

    /// <summary>Floating-point operations of the products: two per weight and row, and in training for both gradients too.</summary>
    public double Operations(Mode mode, int rows) =>
        mode == Mode.Forward ? 2.0 * WeightCount * rows : 2.0 * rows * ((3 * WeightCount) - Layers[0].WeightCount);
}
