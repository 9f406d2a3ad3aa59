using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Deployment;

/// <summary>What the program of <c>Consumers/Training</c> prints, and how fast it starts.</summary>
internal static partial class TrainingProgram
{
    public const string Name = "Training";

    private const int Starts = 5;

    /// <summary>The numbers after a name, each of which is within a relative 10⁻⁶ of the expected one, absolute below 1.</summary>
    public static void AssertSame(string expected, string actual)
    {
        string[] expectedLines = expected.Split('\n'), actualLines = actual.Split('\n');
        Assert.Equal(expectedLines.Length, actualLines.Length);
        foreach ((string before, string after) in expectedLines.Zip(actualLines))
        {
            string[] words = before.Split(' '), actualWords = after.Split(' ');
            bool isSame = words.Length == actualWords.Length && words.Zip(actualWords).All(pair => IsSame(pair.First, pair.Second));
            Assert.True(isSame, $"expected {before}\nfound    {after}");
        }
    }

    /// <summary>The numbers of the line with a name.</summary>
    public static double[] Numbers(string output, string name) =>
    [
        .. output.Split('\n').Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..]
            .Split(' ').Select(x => double.Parse(x, CultureInfo.InvariantCulture)),
    ];

    /// <summary>The medians of several starts: milliseconds from before the process to its first prediction, and what a later one takes.</summary>
    public static string Timing((string Program, string[] Arguments) command, string folder)
    {
        Match[] runs = [.. Enumerable.Range(0, Starts).Select(_ => Start(command, folder))];
        return $"{Median(runs, "first")} ms to the first prediction, {Median(runs, "next")} ns a prediction";
    }

    private static Match Start((string Program, string[] Arguments) command, string folder)
    {
        string start = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        string output = CommandLine.Run(command.Program, folder, [.. command.Arguments, "first-prediction", start]);
        return Times().Match(output) is { Success: true } match ? match : throw new FormatException(output);
    }

    private static string Median(Match[] runs, string group) =>
        runs.Select(run => run.Groups[group].Value).Order(Comparer<string>.Create((a, b) => Number(a).CompareTo(Number(b)))).ElementAt(runs.Length / 2);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsSame(string expected, string actual) =>
        double.TryParse(expected, CultureInfo.InvariantCulture, out double x) && double.TryParse(actual, CultureInfo.InvariantCulture, out double y)
            ? Math.Abs(x - y) <= 1e-6 * Math.Max(1, Math.Abs(x))
            : expected == actual;

    [GeneratedRegex(@"(?<first>[\d.]+) ms to the first prediction, (?<next>\d+) ns a prediction")]
    private static partial Regex Times();
}
