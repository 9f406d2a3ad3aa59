using System.Globalization;
using System.Xml.Linq;
using Charts;
using NetGen.TrainingTests.Networks;
using NetGen.TrainingTests.Trainers;

namespace NetGen.TrainingTests.Pictures;

/// <summary>What the samples draw.</summary>
public class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Picture_is_well_formed_whatever_the_names()
    {
        XElement svg = XDocument.Parse(Draw("<a> & \"b\"").ToSvg()).Root!;

        Assert.Equal(Svg + "svg", svg.Name);
        Assert.Contains(svg.Descendants(Svg + "text"), text => text.Value == "<a> & \"b\"");
    }

    [Fact]
    public void Picture_has_the_same_text_in_any_culture()
    {
        string expected = Draw("loss").ToSvg();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fi-FI");
            Assert.Equal(expected, Draw("loss").ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.DoesNotContain('\r', expected);
    }

    [Fact]
    public void Every_point_is_drawn_within_the_boundary_chart()
    {
        XElement svg = XDocument.Parse(new Picture(1, Boundary("blobs")).ToSvg()).Root!;
        double[] xs = [.. svg.Descendants(Svg + "circle").Select(circle => double.Parse(circle.Attribute("cx")!.Value, CultureInfo.InvariantCulture))];

        Assert.Equal(30, xs.Length);
        Assert.All(xs, x => Assert.InRange(x, 0, double.Parse(svg.Attribute("width")!.Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Values_without_a_place_on_a_logarithmic_axis_are_left_out()
    {
        LineChart chart = new("t", "x", "y", Series.Of("loss", [1, 0, double.PositiveInfinity, double.NaN, 0.01])) { LogarithmicY = true };
        XElement svg = XDocument.Parse(new Picture(1, chart).ToSvg()).Root!;
        string[] labels = [.. svg.Descendants(Svg + "text").Select(text => text.Value)];

        Assert.Equal("M58 28L406 298", svg.Descendants(Svg + "path").Last().Attribute("d")!.Value);
        Assert.Contains("10⁻²", labels);
        Assert.Contains("10⁰", labels);
    }

    private static Picture Draw(string name) =>
        new(2, new LineChart(name, "x", "y", Series.Of(name, [0.5, -1234.5, 2]), Series.Of("b", 0, 1, 3, Math.Sqrt)), Boundary(name));

    private static BoundaryChart Boundary(string name) => new(name, new BlobsNetwork(1), Blobs.Draw(30, 1), name, "b", "c");
}
