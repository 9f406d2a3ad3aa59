using System.Runtime.Intrinsics;
using NetGen.RuntimeTests.Numerics;

namespace NetGen.RuntimeTests.ElementaryFunctions;

public class DoubleAccuracyTests
{
    public static TheoryData<string> Functions { get; } = new(ElementaryFunction.All.Select(f => f.Name));

    [Theory, MemberData(nameof(Functions))]
    public void Every_width_keeps_the_stated_bound(string name)
    {
        ElementaryFunction function = ElementaryFunction.Named(name);
        double[] x = [.. Specials, .. Samples(Vector128.IsHardwareAccelerated ? 40_000 - 16 : 4_000 - 16)];
        DoubleDouble[] expected = Array.ConvertAll(x, v => function.Exact(v));
        double[] actual = new double[x.Length];
        foreach (Width width in Enum.GetValues<Width>())
        {
            function.Run(width, x, actual);
            double[] errors = [.. actual.Select((a, i) => Ulp.Of(a, expected[i]))];
            int worst = Array.IndexOf(errors, errors.Max());
            Assert.True(errors[worst] <= function.DoubleBound, FormattableString.Invariant(
                $"{name} at {width}: {errors[worst]:F3} ULP at {x[worst]:R}, found {actual[worst]:R}, expected {expected[worst]}, bound {function.DoubleBound}"));
        }
    }

    private static double[] Specials { get; } =
    [
        0, -0.0, 1, -1, 2.3e-308, -2.3e-308, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        709.78, 709.79, 1e4, -1e4, -708,
    ];

    /// <summary>Half over the range where the functions move, half over all magnitudes.</summary>
    private static IEnumerable<double> Samples(int count)
    {
        Random random = new(20_240_229);
        for (int i = 0; i < count; i++)
        {
            double sign = random.Next(2) == 0 ? 1 : -1;
            yield return (i % 4) switch
            {
                0 => sign * Math.Pow(10, (random.NextDouble() * 400) - 250),
                1 => sign * random.NextDouble() * 708,
                2 => sign * random.NextDouble() * 8,
                _ => sign * random.NextDouble(),
            };
        }
    }
}
