using NetGen.Data;

namespace NetGen.TrainingTests.Trainers;

/// <summary>Points around three centres, and which centre each belongs to.</summary>
internal static class Blobs
{
    private const int ClassCount = 3;
    private static readonly (float X, float Y)[] Centres = [(-1, -1), (1, -1), (0, 1)];

    public static Dataset<float> Draw(int rows, int seed, float spread = 0.5f)
    {
        Random random = new(seed);
        float[] features = new float[2 * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = i % ClassCount;
            (features[2 * i], features[(2 * i) + 1]) = Centres[labels[i]];
            features[2 * i] += spread * Noise(random);
            features[(2 * i) + 1] += spread * Noise(random);
        }

        return Dataset<float>.WithLabels(features, 2, labels, ClassCount);
    }

    private static float Noise(Random random) => random.NextSingle() + random.NextSingle() - random.NextSingle() - random.NextSingle();
}
