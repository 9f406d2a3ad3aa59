using NetGen.Data;

namespace NetGenApp._1;

/// <summary>Points of the square from -1 to 1 around a disc, with the target 1 for those inside.</summary>
public static class DiscData
{
    private const float SquaredRadius = 0.5f;

    public static Dataset<float> Generate(int count, int seed)
    {
        var random = new Random(seed);
        float[] points = new float[2 * count];
        float[] isInside = new float[count];
        for (int i = 0; i < count; i++)
        {
            float x = (2 * random.NextSingle()) - 1;
            float y = (2 * random.NextSingle()) - 1;
            points[2 * i] = x;
            points[(2 * i) + 1] = y;
            isInside[i] = (x * x) + (y * y) < SquaredRadius ? 1 : 0;
        }

        return Dataset<float>.WithTargets(points, 2, isInside, 1);
    }
}
