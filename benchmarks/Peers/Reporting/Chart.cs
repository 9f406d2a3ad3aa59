using System.Globalization;
using System.Text;
using NetGen.Peers.Managed;
using NetGen.Peers.Measuring;

namespace NetGen.Peers.Reporting;

/// <summary>Draws how many times longer than NetGen each group of peers takes for one row, on a logarithmic axis.</summary>
internal static class Chart
{
    private const int Left = 60;
    private const int Top = 56;
    private const int RowHeight = 30;
    private const int PlotWidth = 640;
    private const int LegendWidth = 190;
    private const int LegendHeight = 20;
    private const int DotRadius = 5;
    private const string Grid = "#dddddd";
    private const string Ink = "#111111";

    private static readonly string[] Colors =
        [Ink, "#0072b2", "#56b4e9", "#009e73", "#e69f00", "#d55e00", "#cc79a7", "#b0a000", "#888888", "#bbbbbb"];

    public static string Draw(Options options, Results results)
    {
        (int Row, int Group, double Power)[] dots = [.. Dots(options, results)];
        int lowest = (int)Math.Floor(dots.Select(dot => dot.Power).Append(-0.1).Min());
        int highest = (int)Math.Ceiling(dots.Select(dot => dot.Power).Append(1).Max());
        double X(double power) => Left + (PlotWidth * (power - lowest) / (highest - lowest));
        int bottom = Top + Math.Max(RowHeight * options.Networks.Length, LegendHeight * PeerGroups.All.Length);
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        Line(svg, $"viewBox=\"0 0 {Left + PlotWidth + LegendWidth} {bottom + 20}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Line(svg, $"<text x=\"{Left}\" y=\"22\" font-size=\"15\">Time of {Rows(options)}, times that of NetGen (logarithmic)</text>");
        for (int power = lowest; power <= highest; power++)
        {
            Line(svg, $"<path d=\"M{X(power):F1} {Top - 8}V{bottom}\" stroke=\"{(power == 0 ? Ink : Grid)}\"/>");
            Line(svg, $"<text x=\"{X(power):F1}\" y=\"{Top - 14}\" text-anchor=\"middle\">×{Math.Pow(10, power)}</text>");
        }

        for (int row = 0; row < options.Networks.Length; row++)
            Line(svg, $"<text x=\"{Left - 12}\" y=\"{Y(row) + 4}\" text-anchor=\"end\">{options.Networks[row].Name}</text>");
        foreach ((int row, int group, double power) in dots.OrderByDescending(dot => dot.Group))
            Line(svg, $"<circle cx=\"{X(power):F1}\" cy=\"{Y(row)}\" r=\"{DotRadius}\" fill=\"{Colors[group]}\"/>");
        Legend(svg);
        return svg.Append("</svg>\n").ToString();
    }

    private static string Rows(Options options) =>
        options.Batches[0] == 1 ? "one forward row" : $"a forward batch of {options.Batches[0]}";

    private static int Y(int row) => Top + (RowHeight * row) + (RowHeight / 2);

    private static void Legend(StringBuilder svg)
    {
        for (int group = 0; group < PeerGroups.All.Length; group++)
        {
            int x = Left + PlotWidth + 20, y = Top + (LegendHeight * group);
            Line(svg, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{DotRadius}\" fill=\"{Colors[group]}\"/>");
            Line(svg, $"<text x=\"{x + 12}\" y=\"{y + 4}\">{PeerGroups.All[group].Title}</text>");
        }
    }

    private static void Line(StringBuilder svg, FormattableString line) =>
        svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static IEnumerable<(int Row, int Group, double Power)> Dots(Options options, Results results)
    {
        for (int row = 0; row < options.Networks.Length; row++)
        {
            string network = options.Networks[row].Name;
            if (results.Fastest(network, Mode.Forward, options.Batches[0], name => name == NetGenPeer.Name) is not { } own)
                continue;
            for (int group = 0; group < PeerGroups.All.Length; group++)
            {
                if (results.Fastest(network, Mode.Forward, options.Batches[0], PeerGroups.All[group].Has) is { } other)
                    yield return (row, group, Math.Log10(other.Nanoseconds / own.Nanoseconds));
            }
        }
    }
}
