using System.Globalization;
using NetGen.Testing;

namespace NetGen.MathNetTests.Experiments;

/// <summary>118 microchips of the course's second exercise: all monomials of two measurements up to degree 6, and the verdict.</summary>
internal sealed class MicrochipData
{
    public const string File = "coursera/ex2data2.txt";

    public const int Rows = 118;

    private const int Degree = 6;

    public MicrochipData()
    {
        double[][] rows = [.. System.IO.File.ReadLines(LargeData.PathOf(File)).Select(Numbers)];
        Features = [.. rows.SelectMany(row => Monomials(row[0], row[1]))];
        Targets = [.. rows.Select(row => row[2])];
    }

    public double[] Features { get; }

    public double[] Targets { get; }

    public int RightAnswers(INetwork<double> network)
    {
        double[] outputs = new double[Rows];
        network.Forward(Features, outputs);
        return outputs.Zip(Targets).Count(pair => pair.First >= 0.5 == pair.Second >= 0.5);
    }

    /// <summary>a, b, a², ab, b², a³, …: the constant of the course's order is the network's bias.</summary>
    private static IEnumerable<double> Monomials(double a, double b)
    {
        for (int degree = 1; degree <= Degree; degree++)
        {
            for (int power = 0; power <= degree; power++)
                yield return Math.Pow(a, degree - power) * Math.Pow(b, power);
        }
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
