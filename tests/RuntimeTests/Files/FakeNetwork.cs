using System.Numerics;

namespace NetGen.RuntimeTests.Files;

/// <summary>A network of any layers that only holds its parameters, which count up from 1.</summary>
internal sealed class FakeNetwork<T> : INetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerInfo[] _layers;
    private readonly T[] _parameters;

    public FakeNetwork(int[] sizes, bool bias = true)
    {
        List<LayerInfo> layers = [];
        int offset = 0;
        for (int i = 1; i < sizes.Length; i++)
        {
            Activation activation = i < sizes.Length - 1 ? Activation.ReLU : Activation.Identity;
            int weights = sizes[i - 1] * sizes[i];
            layers.Add(new($"layers.{i - 1}", sizes[i - 1], sizes[i], activation, activation.ToString(), offset, bias ? offset + weights : -1));
            offset += layers[^1].ParameterCount;
        }

        _layers = [.. layers];
        _parameters = [.. Enumerable.Range(1, offset).Select(T.CreateChecked)];
    }

    public static int InputSize => throw new NotSupportedException();

    public static int OutputSize => throw new NotSupportedException();

    public static int ParameterCount => throw new NotSupportedException();

    public static ReadOnlySpan<LayerInfo> Layers => throw new NotSupportedException();

    public Span<T> Parameters => _parameters;

    public ReadOnlySpan<LayerInfo> GetLayers() => _layers;

    public void Forward(ReadOnlySpan<T> inputs, Span<T> outputs) => throw new NotSupportedException();

    public void Jacobian(ReadOnlySpan<T> input, Span<T> jacobian) => throw new NotSupportedException();
}
