using System.Globalization;
using System.Text;
using NetGen.Peers.Managed;
using NetGen.Peers.Measuring;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Reporting;

/// <summary>Draws how many times longer than NetGen each group of peers takes for one row, on a logarithmic axis.</summary>
internal static class Chart
{
    private const int Left = 60;
    private const int Top = 56;
    private const int RowHeight = 30;
    private const int PlotWidth = 640;
    private const int LegendWidth = 170;
    private const int DotRadius = 5;
    private const double LowestPower = -0.5;

    private static readonly string[] Colors = ["#111111", "#0072b2", "#56b4e9", "#009e73", "#e69f00", "#d55e00", "#cc79a7", "#b0a000", "#888888", "#bbbbbb"];

    public static string Draw(Options options, Results results)
    {
        double highest = Math.Max(1, Ratios(options, results).Select(dot => Math.Log10(dot.Ratio)).DefaultIfEmpty(1).Max());
        double X(double ratio) => Left + (PlotWidth * (Math.Log10(ratio) - LowestPower) / (highest + 0.1 - LowestPower));
        int height = Top + (RowHeight * Math.Max(options.Networks.Length, PeerGroups.All.Length * 2 / 3)) + 30;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + PlotWidth + LegendWidth} {height}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"22\" font-size=\"15\">Time of one forward row, times that of NetGen (logarithmic)</text>\n");
        Axis(svg, X, highest, height);
        for (int row = 0; row < options.Networks.Length; row++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 12}\" y=\"{Y(row) + 4}\" text-anchor=\"end\">{options.Networks[row].Name}</text>\n");
        foreach ((int row, int group, double ratio) in Ratios(options, results).OrderByDescending(dot => dot.Group))
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(ratio):F1}\" cy=\"{Y(row)}\" r=\"{DotRadius}\" fill=\"{Colors[group]}\"/>\n");
        Legend(svg);
        return svg.Append("</svg>\n").ToString();
    }

    private static int Y(int row) => Top + (RowHeight * row) + (RowHeight / 2);

    private static void Axis(StringBuilder svg, Func<double, double> x, double highest, int height)
    {
        for (int power = 0; power <= highest + 0.1; power++)
        {
            double at = x(Math.Pow(10, power));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{at:F1} {Top - 8}V{height - 24}\" stroke=\"{(power == 0 ? "#111111" : "#dddddd")}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{at:F1}\" y=\"{Top - 14}\" text-anchor=\"middle\">×{Math.Pow(10, power):N0}</text>\n");
        }
    }

    private static void Legend(StringBuilder svg)
    {
        for (int group = 0; group < PeerGroups.All.Length; group++)
        {
            int x = Left + PlotWidth + 20, y = Top + 8 + (20 * group);
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{DotRadius}\" fill=\"{Colors[group]}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 12}\" y=\"{y + 4}\">{PeerGroups.All[group].Title}</text>\n");
        }
    }

    private static IEnumerable<(int Row, int Group, double Ratio)> Ratios(Options options, Results results)
    {
        for (int row = 0; row < options.Networks.Length; row++)
        {
            NetworkSpec network = options.Networks[row];
            if (results.Fastest(network.Name, Mode.Forward, options.Batches[0], name => name == NetGenPeer.Name) is not { } own)
                continue;
            for (int group = 0; group < PeerGroups.All.Length; group++)
            {
                if (results.Fastest(network.Name, Mode.Forward, options.Batches[0], PeerGroups.All[group].Has) is { } other)
                    yield return (row, group, other.Nanoseconds / own.Nanoseconds);
            }
        }
    }
}
