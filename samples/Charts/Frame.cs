namespace Charts;

/// <summary>What all charts have: a title, a legend, axes with round numbers, and an area to draw in.</summary>
internal sealed class Frame
{
    private const double MarginLeft = 58;
    private const double MarginTop = 28;
    private const double MarginRight = 14;
    private const double MarginBottom = 42;
    private const double LegendHeight = 18;
    private const double CharacterWidth = 6.6;

    private readonly Axis _x;
    private readonly Axis _y;
    private readonly double _titleY;

    public Frame(Box panel, Axis x, Axis y, bool hasLegend)
    {
        double top = MarginTop + (hasLegend ? LegendHeight : 0);
        Area = new Box(panel.Left + MarginLeft, panel.Top + top, panel.Width - MarginLeft - MarginRight, panel.Height - top - MarginBottom);
        (_x, _y, _titleY) = (x, y, panel.Top + 19);
    }

    /// <summary>The area between the axes.</summary>
    public Box Area { get; }

    public double X(double value) => Area.Left + (Area.Width * _x.Place(value));

    public double Y(double value) => Area.Bottom - (Area.Height * _y.Place(value));

    public void DrawAxes(Svg svg, string title, string xLabel, string yLabel)
    {
        foreach ((double place, string label) in _x.Ticks())
        {
            double x = Area.Left + (Area.Width * place);
            svg.Path([(x, Area.Top), (x, Area.Bottom)], Svg.Grid, 1);
            svg.Text(x, Area.Bottom + 15, label, "middle");
        }

        foreach ((double place, string label) in _y.Ticks())
        {
            double y = Area.Bottom - (Area.Height * place);
            svg.Path([(Area.Left, y), (Area.Right, y)], Svg.Grid, 1);
            svg.Text(Area.Left - 6, y + 4, label, "end");
        }

        svg.Path([(Area.Left, Area.Top), (Area.Left, Area.Bottom), (Area.Right, Area.Bottom)], Svg.Ink, 1);
        svg.Text((Area.Left + Area.Right) / 2, Area.Bottom + 33, xLabel, "middle");
        (double labelX, double labelY) = (Area.Left - MarginLeft + 14, (Area.Top + Area.Bottom) / 2);
        svg.Add($"""<text transform="translate({labelX} {labelY}) rotate(-90)" text-anchor="middle">{yLabel}</text>""");
        svg.Add($"""<text x="{Area.Left}" y="{_titleY}" font-size="14" font-weight="bold">{title}</text>""");
    }

    /// <summary>Names with their colours, in a row above the area.</summary>
    public void DrawLegend(Svg svg, IEnumerable<string> names)
    {
        double x = Area.Left;
        foreach ((int index, string name) in names.Index())
        {
            svg.Add($"""<rect x="{x}" y="{Area.Top - 18}" width="12" height="10" rx="2" fill="{Palette.Color(index)}"/>""");
            svg.Text(x + 17, Area.Top - 9, name);
            x += 32 + (CharacterWidth * name.Length);
        }
    }
}
