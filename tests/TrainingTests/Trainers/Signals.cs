using System.Numerics;
using NetGen.Data;

namespace NetGen.TrainingTests.Trainers;

/// <summary>Rows of random features and targets that depend on them.</summary>
internal static class Signals
{
    public static Dataset<T> Draw<T>(int rows, int featureCount, int targetCount, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(seed);
        T[] features = new T[rows * featureCount];
        T[] targets = new T[rows * targetCount];
        for (int i = 0; i < features.Length; i++)
            features[i] = T.CreateTruncating((2 * random.NextDouble()) - 1);
        for (int i = 0; i < targets.Length; i++)
        {
            int row = i / targetCount, column = i % targetCount;
            targets[i] = T.CreateTruncating(Math.Sin(2 * double.CreateTruncating(features[(row * featureCount) + (column % featureCount)])));
        }

        return Dataset<T>.WithTargets(features, featureCount, targets, targetCount);
    }
}
