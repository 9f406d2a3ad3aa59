using System.Text;
using NetGen.Data;
using Spectre.Console;

namespace Digits;

/// <summary>Draws images side by side, each with what the network takes it for.</summary>
internal static class Gallery
{
    private const string Shades = " ░▒▓█";

    public static void Show(DigitsNetwork network, Dataset<float> images)
    {
        int count = images.Count;
        var grid = new Grid();
        for (int i = 0; i < count; i++)
            grid.AddColumn();
        grid.AddRow([.. Enumerable.Range(0, count).Select(i => new Text(Draw(Pixels(images, i))))]);
        grid.AddRow([.. Enumerable.Range(0, count).Select(i => Caption(Prediction.Of(network, Pixels(images, i)), images.Labels[i]))]);
        AnsiConsole.Write(grid);
    }

    private static ReadOnlySpan<float> Pixels(Dataset<float> images, int index) => images.Slice(index, 1).Features;

    private static string Draw(ReadOnlySpan<float> pixels)
    {
        var lines = new StringBuilder();
        for (int i = 0; i < pixels.Length; i++)
        {
            // A character is about twice as high as it is wide.
            lines.Append(Shades[(int)MathF.Round(pixels[i] * (Shades.Length - 1))], 2);
            if (i % DigitsFile.ImageWidth == DigitsFile.ImageWidth - 1)
                lines.Append('\n');
        }

        return lines.ToString();
    }

    private static Markup Caption(Prediction prediction, int label)
    {
        string color = prediction.Digit == label ? "green" : "red";
        return new Markup($"[{color}]{prediction.Digit}[/] at {prediction.Confidence:P1}");
    }
}
