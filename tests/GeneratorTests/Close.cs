using System.Globalization;
using Xunit.Sdk;

namespace NetGen.GeneratorTests;

/// <summary>How far a tensor may be from the expected one: |a − b| ≤ <paramref name="Relative"/> · max|tensor| + <paramref name="Absolute"/>.</summary>
internal readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>Same precision, another order of summation.</summary>
    public static readonly Tolerance Single = new(2e-4, 1e-6);
    public static readonly Tolerance Double = new(1e-9, 1e-12);

    public static Tolerance Of(Precision precision) => precision == Precision.Single ? Single : Double;
}

/// <summary>Compares tensors and says precisely what differs.</summary>
internal static class Close
{
    public static void Assert(string context, string tensor, double[] expected, double[] actual, Tolerance tolerance, Func<int, string>? nameOf = null)
    {
        if (expected.Length != actual.Length)
        {
            throw new XunitException($"{tensor}: {actual.Length} values, expected {expected.Length}\n{context}");
        }

        double bound = tolerance.Relative * Magnitude(expected) + tolerance.Absolute;
        int[] wrong = [.. Enumerable.Range(0, expected.Length).Where(i => !IsClose(expected[i], actual[i], bound))];
        if (wrong.Length > 0)
        {
            string first = string.Join("\n", wrong.Take(4).Select(i => Describe(nameOf?.Invoke(i) ?? $"{tensor}[{i}]", expected[i], actual[i])));
            throw new XunitException(string.Create(
                CultureInfo.InvariantCulture, $"{tensor}: {wrong.Length} of {expected.Length} differ by more than {bound:G3}\n{first}\n{context}"));
        }
    }

    public static void Assert(string context, string name, double expected, double actual, Tolerance tolerance) =>
        Assert(context, name, [expected], [actual], tolerance, _ => name);

    private static bool IsClose(double expected, double actual, double bound) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= bound;

    private static double Magnitude(double[] expected) =>
        expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static string Describe(string name, double expected, double actual) => string.Create(
        CultureInfo.InvariantCulture, $"  {name}: expected {expected:R}, actual {actual:R}, difference {Math.Abs(expected - actual):G3}");
}
