namespace NetGen.Training;

/// <summary>The factor λ of a weight decay and the ranges of the parameters, in order and without gaps, that it acts on or not.</summary>
internal readonly struct WeightDecay
{
    public WeightDecay(int parameterCount, double factor, ReadOnlySpan<LayerInfo> layers, bool isDecoupled)
    {
        Factor = OptimizerGuard.NotNegative(factor, "weightDecay");
        IsDecoupled = isDecoupled;
        Ranges = layers.IsEmpty || factor == 0 ? [new(0, parameterCount, factor != 0)] : RangesOf(parameterCount, layers);
    }

    public double Factor { get; }

    public bool IsDecoupled { get; }

    public Range[] Ranges { get; }

    private static Range[] RangesOf(int parameterCount, ReadOnlySpan<LayerInfo> layers)
    {
        List<Range> ranges = [];
        int end = 0;
        foreach (LayerInfo layer in layers)
        {
            if (layer.WeightsOffset < end || layer.WeightCount > parameterCount - layer.WeightsOffset)
                throw new ArgumentException($"The weights of {layer.Name} are out of order or not among the parameters.", nameof(layers));
            if (layer.WeightsOffset > end)
                ranges.Add(new(end, layer.WeightsOffset, false));
            end = layer.WeightsOffset + layer.WeightCount;
            ranges.Add(new(layer.WeightsOffset, end, true));
        }

        if (end < parameterCount)
            ranges.Add(new(end, parameterCount, false));
        return [.. ranges];
    }

    public readonly record struct Range(int Start, int End, bool Decays);
}
