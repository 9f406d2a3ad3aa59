namespace Charts;

/// <summary>A named line of a <see cref="LineChart"/>.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Points">Its points; those without a place on the axes are left out.</param>
public sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>One value after the other, from x = 1.</summary>
    public static Series Of(string name, IEnumerable<double> values) => new(name, [.. values.Select((y, i) => (i + 1.0, y))]);

    /// <summary>A function between two numbers.</summary>
    public static Series Of(string name, double from, double to, int steps, Func<double, double> function) =>
        new(name, [.. Enumerable.Range(0, steps + 1).Select(i => from + ((to - from) * i / steps)).Select(x => (x, function(x)))]);
}
