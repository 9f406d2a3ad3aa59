using System.Text.Json;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>Weights in the layout Θ<sub>k</sub> = <c>[out, 1 + in]</c>, the bias first, with the L2 penalty that spares the biases.</summary>
internal sealed class Thetas(double[][][] thetas)
{
    public Thetas(JsonElement json)
        : this([.. json.EnumerateArray().Select(x => x.Rows())])
    {
    }

    /// <summary>Per layer <c>[in, out]</c>, then the biases.</summary>
    public double[] Parameters => [.. thetas.SelectMany(Layer)];

    /// <summary>λ/(2m) Σ Θ², without the biases.</summary>
    public double Penalty(double lambda, int rows) => lambda / (2 * rows) * thetas.Sum(x => x.Sum(row => row[1..].SumOfSquares()));

    /// <summary>The mistake of slicing <c>theta[1:]</c>: a row is dropped instead of the bias column.</summary>
    public double PenaltyWithoutFirstRow(double lambda, int rows) => lambda / (2 * rows) * thetas.Sum(x => x[1..].Sum(row => row.SumOfSquares()));

    /// <summary>λ/m Θ in our layout, zero for the biases.</summary>
    public double[] PenaltyGradient(double lambda, int rows) =>
        [.. thetas.SelectMany(x => Layer([.. x.Select(row => (double[])[0, .. row[1..].Times(lambda / rows)])]))];

    private static IEnumerable<double> Layer(double[][] theta) =>
        Enumerable.Range(1, theta[0].Length - 1).SelectMany(theta.Column).Concat(theta.Column(0));
}
