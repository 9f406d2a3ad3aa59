using System.Runtime.Intrinsics;
using NetGen.RuntimeTests.Numerics;

namespace NetGen.RuntimeTests.ElementaryFunctions;

public class SingleAccuracyTests
{
    /// <summary>Patterns between samples: a prime, so that all exponents and low bits are met. Coarser in software.</summary>
    private static uint Stride(bool dense) => Vector128.IsHardwareAccelerated ? dense ? 251u : 4099u : 65537u;

    public static TheoryData<string, bool> Functions { get; } = new()
    {
        { "exp", true }, { "tanh", true }, { "sigmoid", true },
        { "expm1", false }, { "log", false }, { "log1p", false }, { "softplus", false }, { "erf", false },
    };

    [Theory, MemberData(nameof(Functions))]
    public void Every_width_keeps_the_stated_bound_over_all_floats(string name, bool dense)
    {
        ElementaryFunction function = ElementaryFunction.Named(name);
        Worst[] worst = new Worst[5];
        foreach (float[] x in Samples(Stride(dense)))
        {
            double[] expected = Array.ConvertAll(x, v => function.Reference(v));
            float[] actual = new float[x.Length];
            foreach (Width width in Enum.GetValues<Width>())
            {
                function.Run(width, x, actual);
                worst[(int)width].Update(x, actual, expected);
            }
        }

        Assert.All(Enum.GetValues<Width>(), width => Assert.True(
            worst[(int)width].Error <= function.SingleBound, $"{name} at {width}: {worst[(int)width]}, bound {function.SingleBound} ULP"));
    }

    private static IEnumerable<float[]> Samples(uint stride)
    {
        yield return [0, -0f, 1, -1, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.NaN, float.PositiveInfinity,
            float.NegativeInfinity, 88.72283f, 88.72284f, -103.97207f, -103.97208f, -87.33655f];
        const int Chunk = 1 << 12;
        for (ulong start = 0; start <= uint.MaxValue; start += (ulong)Chunk * stride)
        {
            float[] x = new float[Chunk];
            for (int i = 0; i < Chunk; i++)
            {
                x[i] = BitConverter.UInt32BitsToSingle((uint)Math.Min(start + ((ulong)i * stride), uint.MaxValue));
            }

            yield return x;
        }
    }

    private struct Worst
    {
        private float _argument;
        private float _actual;
        private double _expected;

        public double Error { get; private set; }

        public void Update(float[] x, float[] actual, double[] expected)
        {
            for (int i = 0; i < x.Length; i++)
            {
                double error = Ulp.Of(actual[i], expected[i]);
                if (error > Error)
                {
                    (Error, _argument, _actual, _expected) = (error, x[i], actual[i], expected[i]);
                }
            }
        }

        public override readonly string ToString() => FormattableString.Invariant(
            $"{Error:F3} ULP at {_argument:R}, found {_actual:R}, expected {_expected:R}");
    }
}
