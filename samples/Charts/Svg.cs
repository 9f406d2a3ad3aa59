using System.Globalization;
using System.Security;
using System.Text;

namespace Charts;

/// <summary>
/// Text of an SVG document, element by element. What is interpolated cannot break it: numbers are written invariantly with
/// at most two decimals, strings are escaped.
/// </summary>
internal sealed class Svg
{
    public const string Ink = "#222222";
    public const string Grid = "#dddddd";

    private readonly StringBuilder _text = new();

    /// <summary>Begins a document with a white background, on which it is readable within dark pages too.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public Svg(double width, double height)
    {
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12" fill="{Ink}">""");
        Add($"""<rect width="{width}" height="{height}" fill="#ffffff"/>""");
    }

    public void Add(FormattableString element) =>
        _text.Append(string.Format(CultureInfo.InvariantCulture, element.Format, [.. element.GetArguments().Select(Written)])).Append('\n');

    public void Text(double x, double y, string text, string anchor = "start") =>
        Add($"""<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>""");

    /// <summary>Straight lines from point to point.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string color, double width)
    {
        string path = string.Join('L', points.Select(point => $"{Written(point.X)} {Written(point.Y)}"));
        Add($"""<path d="M{path}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linejoin="round"/>""");
    }

    /// <summary>Ends the document.</summary>
    public string Close() => _text.Append("</svg>\n").ToString();

    private static string? Written(object? value) => value is double number
        ? number.ToString("0.##", CultureInfo.InvariantCulture)
        : SecurityElement.Escape(Convert.ToString(value, CultureInfo.InvariantCulture));
}
