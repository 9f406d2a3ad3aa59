using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>A parabola fitted by gradient descent: diverging on raw features, converging on standardised ones.</summary>
[Trait("Category", "Numeric")]
public class PolynomialRegressionCases
{
    private static readonly NetworkSpec Raw = new([3, 1], [Activation.Identity], Loss.MeanSquaredError) { Bias = false };
    private static readonly NetworkSpec Standardised = new([2, 1], [Activation.Identity], Loss.MeanSquaredError);

    private static readonly GeneratedNetworks Networks =
        GeneratedNetworks.Compile(Raw, Raw.As(Precision.Double), Standardised, Standardised.As(Precision.Double));

    [Fact]
    public void S002_04_poly_regression_diverging()
    {
        SeedCase seed = SeedCase.Of("s002_04_poly_regression_diverging");
        double[] x = seed.Inputs.GetProperty("x").Flat(), features = [.. x.SelectMany(v => new[] { 1, v, v * v })];
        double[] y = seed.Inputs.GetProperty("y").Flat(), start = seed.Inputs.GetProperty("w0").Flat();
        double rate = seed.Inputs.GetProperty("alpha").Number();
        Check(seed, Networks.Create(1), start, features, y, rate, seed.Expected.GetProperty("float64"), 1e-9);
        Check(seed, Networks.Create(0), start, features, y, rate, seed.Expected.GetProperty("float32_torch"), 1e-5);
    }

    [Fact]
    public void S002_05_poly_regression_normalised()
    {
        SeedCase seed = SeedCase.Of("s002_05_poly_regression_normalised");
        double[] x = seed.Inputs.GetProperty("x").Flat();
        double[] first = Standardise(x), second = Standardise([.. x.Select(v => v * v)]), y = Standardise(seed.Inputs.GetProperty("y").Flat());
        double[] features = [.. first.Zip(second, (a, b) => new[] { a, b }).SelectMany(row => row)];
        double[] start = [.. seed.Inputs.GetProperty("w0").Flat(), seed.Inputs.GetProperty("b0").Number()];
        Check(seed, Networks.Create(3), start, features, y, 0.03, seed.Expected.GetProperty("alpha_0.03_float64"), 1e-9);
        Check(seed, Networks.Create(3), start, features, y, 0.02, seed.Expected.GetProperty("alpha_0.02_float64"), 1e-9);
        Check(seed, Networks.Create(2), start, features, y, 0.03, seed.Expected.GetProperty("alpha_0.03_float32_torch"), 1e-6);
    }

    /// <summary>Loss before and weights after the update of each stored iteration, relative to their size.</summary>
    private static void Check(
        SeedCase seed, INetworkUnderTest network, double[] start, double[] features, double[] y, double rate, JsonElement expected, double tolerance)
    {
        network.Parameters = start;
        Dictionary<int, JsonElement> checkpoints =
            expected.EnumerateObject().ToDictionary(p => int.Parse(p.Name, System.Globalization.CultureInfo.InvariantCulture), p => p.Value);
        for (int i = 0; i <= checkpoints.Keys.Max(); i++)
        {
            double loss = network.SgdStep(features, y, rate);
            if (checkpoints.TryGetValue(i, out JsonElement checkpoint))
            {
                seed.Meets($"loss {i}", 1, loss / checkpoint.GetProperty("loss").Number(), tolerance);
                double[] weights = [.. checkpoint.GetProperty("w_after_update").Flat(), .. checkpoint.TryGetProperty("b_after_update", out JsonElement b) ? b.Flat() : []];
                seed.Meets($"weights {i}", weights, network.Parameters, tolerance);
            }
        }
    }

    /// <summary>(x − mean) / standard deviation, unbiased.</summary>
    private static double[] Standardise(double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (values.Length - 1));
        return [.. values.Select(x => (x - mean) / deviation)];
    }
}
