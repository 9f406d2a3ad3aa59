namespace Charts;

/// <summary>Lines over two axes.</summary>
public sealed record LineChart(string Title, string XLabel, string YLabel, params IReadOnlyList<Series> Series) : IChart
{
    /// <summary>Whether the y axis is logarithmic; values of 0 and below are then left out.</summary>
    public bool LogarithmicY { get; init; }

    void IChart.Draw(Svg svg, Box panel)
    {
        (double X, double Y)[][] lines = [.. Series.Select(series => series.Points.Where(HasPlace).ToArray())];
        var x = Axis.Exact(lines.SelectMany(line => line).Select(point => point.X));
        var y = Axis.Round(lines.SelectMany(line => line).Select(point => point.Y), LogarithmicY);
        var frame = new Frame(panel, x, y, hasLegend: Series.Count > 1);
        frame.DrawAxes(svg, Title, XLabel, YLabel);
        if (Series.Count > 1)
            frame.DrawLegend(svg, Series.Select(series => series.Name));
        for (int i = 0; i < lines.Length; i++)
            svg.Path(lines[i].Select(point => (frame.X(point.X), frame.Y(point.Y))), Palette.Color(i), 2);
    }

    private bool HasPlace((double X, double Y) point) => Axis.HasPlace(point.X, false) && Axis.HasPlace(point.Y, LogarithmicY);
}
