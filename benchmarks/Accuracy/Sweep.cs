using NetGen.RuntimeTests.Numerics;

namespace NetGen.Accuracy;

/// <summary>Walks all bit patterns in blocks, on every processor.</summary>
public static class Sweep
{
    private const int BlockBits = 16;

    public static WorstCase AllFloats(ElementaryFunction function, Width width)
    {
        Lock gate = new();
        WorstCase worst = default;
        Parallel.For(
            0,
            1 << (32 - BlockBits),
            () => (Worst: default(WorstCase), X: new float[1 << BlockBits], Y: new float[1 << BlockBits]),
            (block, _, local) => (WorstCase.Max(local.Worst, Block(function, width, (uint)block << BlockBits, local.X, local.Y)), local.X, local.Y),
            local =>
            {
                lock (gate)
                {
                    worst = WorstCase.Max(worst, local.Worst);
                }
            });
        return worst;
    }

    private static WorstCase Block(ElementaryFunction function, Width width, uint start, float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = BitConverter.UInt32BitsToSingle(start + (uint)i);
        }

        function.Run(width, x, y);
        WorstCase worst = default;
        for (int i = 0; i < x.Length; i++)
        {
            double expected = function.Reference(x[i]);
            double error = Ulp.Of(y[i], expected);
            if (error > worst.Error)
            {
                worst = new(error, x[i], y[i], expected);
            }
        }

        return worst;
    }
}
