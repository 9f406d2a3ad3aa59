using Charts;
using NetGen;

namespace VanishingGradients;

/// <summary>How long the gradient of each layer's weights is before the first step, averaged over start values.</summary>
internal static class LayerGradients
{
    private const int Rows = 256;
    private const int Networks = 20;

    /// <summary>A series over the layers from the first, nearest to the inputs, to the last.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="create">Makes a network with the start values of a seed.</param>
    public static Series Of<TNetwork>(string name, Func<int, TNetwork> create)
        where TNetwork : ITrainableNetwork<float>
    {
        double[][] norms = [.. Enumerable.Range(1, Networks).Select(seed => Norms(create(seed)))];
        return Series.Of(name, Enumerable.Range(0, norms[0].Length).Select(layer => norms.Average(network => network[layer])));
    }

    private static double[] Norms(ITrainableNetwork<float> network)
    {
        (float[] points, float[] isInside) = Disc();
        float[] gradient = new float[network.Parameters.Length];
        network.Backward(points, isInside, gradient);
        return [.. network.GetLayers().ToArray().Select(layer => Norm(gradient.AsSpan(layer.WeightsOffset, layer.WeightCount)))];
    }

    /// <summary>Points of a square, and whether they are within a circle.</summary>
    private static (float[] Points, float[] IsInside) Disc()
    {
        var random = new Random(1);
        float[] points = [.. Enumerable.Range(0, 2 * Rows).Select(_ => (2 * random.NextSingle()) - 1)];
        return (points, [.. points.Chunk(2).Select(point => (point[0] * point[0]) + (point[1] * point[1]) < 0.6f ? 1f : 0f)]);
    }

    private static double Norm(ReadOnlySpan<float> vector)
    {
        double sum = 0;
        foreach (float value in vector)
            sum += (double)value * value;
        return Math.Sqrt(sum);
    }
}
