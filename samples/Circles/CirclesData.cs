using NetGen.Data;

namespace Circles;

/// <summary>Two noisy circles around the origin: points of x and y, and the target 1 for those of the inner circle.</summary>
internal static class CirclesData
{
    private const double InnerRadius = 0.5;
    private const double Noise = 0.1;

    public static Dataset<float> Generate(int count, int seed)
    {
        var random = new Random(seed);
        float[] points = new float[2 * count];
        float[] isInner = new float[count];
        for (int i = 0; i < count; i++)
        {
            isInner[i] = i % 2;
            double radius = i % 2 == 1 ? InnerRadius : 1;
            double angle = 2 * Math.PI * random.NextDouble();
            points[2 * i] = (float)((radius * Math.Cos(angle)) + (Noise * Normal(random)));
            points[(2 * i) + 1] = (float)((radius * Math.Sin(angle)) + (Noise * Normal(random)));
        }

        return Dataset<float>.WithTargets(points, 2, isInner, 1);
    }

    /// <summary>Box and Muller's transform.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
