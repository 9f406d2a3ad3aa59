namespace Charts;

/// <summary>Charts side by side, in rows.</summary>
/// <param name="Columns">How many charts a row has.</param>
/// <param name="Charts">The charts, row by row.</param>
public sealed record Picture(int Columns, params IReadOnlyList<IChart> Charts)
{
    /// <summary>The width of a chart in pixels.</summary>
    public double PanelWidth { get; init; } = 420;

    /// <summary>The height of a chart in pixels.</summary>
    public double PanelHeight { get; init; } = 340;

    /// <summary>The document: the same charts give the same text everywhere.</summary>
    public string ToSvg()
    {
        int rows = (Charts.Count + Columns - 1) / Columns;
        var svg = new Svg(Math.Min(Columns, Charts.Count) * PanelWidth, rows * PanelHeight);
        for (int i = 0; i < Charts.Count; i++)
            Charts[i].Draw(svg, new Box(i % Columns * PanelWidth, i / Columns * PanelHeight, PanelWidth, PanelHeight));
        return svg.Close();
    }
}
