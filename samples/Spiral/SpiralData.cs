namespace Spiral;

/// <summary>
/// The spiral of Stanford's course CS231n: three arms that wind around the origin, with noise on the angle. Points are
/// rows of x and y.
/// </summary>
internal sealed record SpiralData(float[] Points, int[] Arms)
{
    private const int ArmCount = 3;
    private const double Noise = 0.2;

    public static SpiralData Generate(int pointsPerArm, int seed)
    {
        var random = new Random(seed);
        var data = new SpiralData(new float[2 * ArmCount * pointsPerArm], new int[ArmCount * pointsPerArm]);
        for (int i = 0; i < data.Arms.Length; i++)
        {
            int arm = i / pointsPerArm;
            double radius = i % pointsPerArm / (double)(pointsPerArm - 1);
            double angle = (4 * (arm + radius)) + (Noise * Normal(random));
            data.Points[2 * i] = (float)(radius * Math.Sin(angle));
            data.Points[(2 * i) + 1] = (float)(radius * Math.Cos(angle));
            data.Arms[i] = arm;
        }

        return data;
    }

    /// <summary>The share of points whose arm the network finds.</summary>
    public double Accuracy(SpiralNetwork network)
    {
        float[] logits = new float[Arms.Length * ArmCount];
        network.Forward(Points, logits);
        int correct = 0;
        for (int i = 0; i < Arms.Length; i++)
        {
            ReadOnlySpan<float> row = logits.AsSpan(i * ArmCount, ArmCount);
            correct += row[Arms[i]] >= Math.Max(row[0], Math.Max(row[1], row[2])) ? 1 : 0;
        }

        return correct / (double)Arms.Length;
    }

    /// <summary>Box and Muller's transform.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
