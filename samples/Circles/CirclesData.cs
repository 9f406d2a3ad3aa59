namespace Circles;

/// <summary>Two noisy circles around the origin: points as rows of x and y, and 1 for those of the inner circle.</summary>
internal sealed record CirclesData(float[] Points, float[] IsInner)
{
    private const double InnerRadius = 0.5;
    private const double Noise = 0.1;

    public static CirclesData Generate(int count, int seed)
    {
        var random = new Random(seed);
        var data = new CirclesData(new float[2 * count], new float[count]);
        for (int i = 0; i < count; i++)
        {
            bool isInner = i % 2 == 1;
            double radius = isInner ? InnerRadius : 1;
            double angle = 2 * Math.PI * random.NextDouble();
            data.Points[2 * i] = (float)((radius * Math.Cos(angle)) + (Noise * Normal(random)));
            data.Points[(2 * i) + 1] = (float)((radius * Math.Sin(angle)) + (Noise * Normal(random)));
            data.IsInner[i] = isInner ? 1 : 0;
        }

        return data;
    }

    /// <summary>The share of points on whose circle the network decides rightly.</summary>
    public double Accuracy(CirclesNetwork network)
    {
        float[] probabilities = new float[IsInner.Length];
        network.Forward(Points, probabilities);
        return probabilities.Zip(IsInner).Count(pair => pair.First > 0.5f == pair.Second > 0.5f) / (double)IsInner.Length;
    }

    /// <summary>Box and Muller's transform.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
