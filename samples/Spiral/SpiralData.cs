using NetGen.Data;

namespace Spiral;

/// <summary>
/// The spiral of Stanford's course CS231n: three arms that wind around the origin, with noise on the angle. Points are
/// rows of x and y, labels the arms.
/// </summary>
internal static class SpiralData
{
    private const int ArmCount = 3;
    private const double Noise = 0.2;

    public static Dataset<float> Generate(int pointsPerArm, int seed)
    {
        var random = new Random(seed);
        float[] points = new float[2 * ArmCount * pointsPerArm];
        int[] arms = new int[ArmCount * pointsPerArm];
        for (int i = 0; i < arms.Length; i++)
        {
            int arm = i / pointsPerArm;
            double radius = i % pointsPerArm / (double)(pointsPerArm - 1);
            double angle = (4 * (arm + radius)) + (Noise * Normal(random));
            points[2 * i] = (float)(radius * Math.Sin(angle));
            points[(2 * i) + 1] = (float)(radius * Math.Cos(angle));
            arms[i] = arm;
        }

        return Dataset<float>.WithLabels(points, 2, arms, ArmCount);
    }

    /// <summary>Box and Muller's transform.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
