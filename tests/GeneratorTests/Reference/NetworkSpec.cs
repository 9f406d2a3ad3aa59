namespace NetGen.GeneratorTests.Reference;

/// <summary>What a test declares: the arguments of the attribute, shared by the interpreter and by the generated class.</summary>
internal sealed record NetworkSpec(int[] Layers, ActivationSpec[] Activations, LossSpec Loss)
{
    public Precision Precision { get; init; } = Precision.Single;

    public Initializer Initializer { get; init; } = Initializer.Auto;

    public LossReduction Reduction { get; init; } = LossReduction.MeanOverOutputs;

    public bool Bias { get; init; } = true;

    public double LeakyReLUSlope { get; init; } = 0.01;

    public double ELUAlpha { get; init; } = 1;

    public double ReLUGradientAtZero { get; init; }

    public double HuberDelta { get; init; } = 1;

    public double HingeMargin { get; init; } = 1;

    public int InputSize => Layers[0];

    public int OutputSize => Layers[^1];

    public int LayerCount => Activations.Length;

    public int ParameterCount => Enumerable.Range(0, LayerCount).Sum(k => WeightCount(k) + (Bias ? Layers[k + 1] : 0));

    public int WeightCount(int layer) => Layers[layer] * Layers[layer + 1];

    /// <summary>Where the weights of a layer, <c>[in, out]</c> row-major, start among the parameters.</summary>
    public int WeightsOffset(int layer) =>
        Enumerable.Range(0, layer).Sum(k => WeightCount(k) + (Bias ? Layers[k + 1] : 0));

    public int BiasesOffset(int layer) => WeightsOffset(layer) + WeightCount(layer);

    /// <summary>What a parameter is called in the message of a failing test.</summary>
    public string ParameterName(int index)
    {
        for (int k = LayerCount - 1; k >= 0; k--)
        {
            int offset = index - WeightsOffset(k);
            if (offset >= 0)
            {
                int width = Layers[k + 1];
                return offset < WeightCount(k) ? $"W{k}[{offset / width},{offset % width}]" : $"b{k}[{offset - WeightCount(k)}]";
            }
        }

        return $"parameter[{index}]";
    }

    public NetworkSpec As(Precision precision) => this with { Precision = precision };
}
