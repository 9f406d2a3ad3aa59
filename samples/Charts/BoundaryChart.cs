using NetGen;
using NetGen.Data;

namespace Charts;

/// <summary>
/// What a network of two inputs makes of the plane: a grid of cells in the colours of the classes, mixed by their
/// probabilities, under the points that it learned or is tested on.
/// </summary>
/// <remarks>One output is the probability of the second class; more outputs are mixed by their softmax.</remarks>
public sealed record BoundaryChart(string Title, INetwork<float> Network, Dataset<float> Points, params IReadOnlyList<string> Classes) : IChart
{
    private const int Cells = 80;
    private const float Margin = 0.08f;

    void IChart.Draw(Svg svg, Box panel)
    {
        (float left, float right) = Range(0);
        (float bottom, float top) = Range(1);
        var frame = new Frame(panel, Axis.Exact([left, right]), Axis.Exact([bottom, top]), hasLegend: true);
        frame.DrawAxes(svg, Title, "x₁", "x₂");
        DrawCells(svg, frame.Area, Colors(left, right, bottom, top));
        frame.DrawLegend(svg, Classes);
        svg.Add($"""<g stroke="#ffffff" stroke-width="0.7">""");
        for (int i = 0; i < Points.Count; i++)
        {
            int actual = Points.HasLabels ? Points.Labels[i] : (int)Points.Targets[i];
            svg.Add($"""<circle cx="{frame.X(Points.Features[2 * i])}" cy="{frame.Y(Points.Features[(2 * i) + 1])}" r="3" fill="{Palette.Color(actual)}"/>""");
        }

        svg.Add($"</g>");
    }

    /// <summary>The range of a feature with a margin.</summary>
    private (float Low, float High) Range(int feature)
    {
        float[] values = [.. Enumerable.Range(0, Points.Count).Select(i => Points.Features[(2 * i) + feature])];
        float margin = Margin * (values.Max() - values.Min());
        return (values.Min() - margin, values.Max() + margin);
    }

    /// <summary>The colours of the cells, row by row from the top.</summary>
    private string[] Colors(float left, float right, float bottom, float top)
    {
        float[] centers = new float[2 * Cells * Cells];
        for (int cell = 0; cell < Cells * Cells; cell++)
        {
            centers[2 * cell] = left + ((right - left) * ((cell % Cells) + 0.5f) / Cells);
            centers[(2 * cell) + 1] = top - ((top - bottom) * ((cell / Cells) + 0.5f) / Cells);
        }

        int size = Network.GetLayers()[^1].OutputSize;
        float[] outputs = new float[Cells * Cells * size];
        Network.Forward(centers, outputs);
        return [.. outputs.Chunk(size).Select(row => Palette.Mix(Probabilities(row)))];
    }

    private static float[] Probabilities(float[] outputs)
    {
        if (outputs is [float second])
            return [1 - second, second];
        float[] powers = [.. outputs.Select(output => MathF.Exp(output - outputs.Max()))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    /// <summary>One path a colour, with a rectangle for each run of cells in a row.</summary>
    private static void DrawCells(Svg svg, Box area, string[] colors)
    {
        svg.Add($"""<g transform="translate({area.Left} {area.Top}) scale({area.Width / Cells} {area.Height / Cells})" shape-rendering="crispEdges">""");
        foreach (IGrouping<string, string> runs in Runs(colors).GroupBy(run => run.Color, run => run.Path))
            svg.Add($"""<path fill="{runs.Key}" d="{string.Concat(runs)}"/>""");
        svg.Add($"</g>");
    }

    private static IEnumerable<(string Color, string Path)> Runs(string[] colors)
    {
        for (int start = 0, end; start < colors.Length; start = end)
        {
            for (end = start + 1; end % Cells != 0 && colors[end] == colors[start];)
                end++;
            yield return (colors[start], $"M{start % Cells} {start / Cells}h{end - start}v1h-{end - start}z");
        }
    }
}
