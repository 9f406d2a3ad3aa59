namespace NetGen.GeneratorTests.Reference;

/// <summary>Numerical derivatives (f(x + h) − f(x − h)) / 2h.</summary>
internal static class CentralDifferences
{
    private const double Step = 1e-5;

    public static double[] Gradient(Func<double[], double> function, double[] at) =>
        [.. Enumerable.Range(0, at.Length).Select(i => (function(Shifted(at, i, Step)) - function(Shifted(at, i, -Step))) / (2 * Step))];

    private static double[] Shifted(double[] values, int index, double step)
    {
        double[] shifted = [.. values];
        shifted[index] += step;
        return shifted;
    }
}
