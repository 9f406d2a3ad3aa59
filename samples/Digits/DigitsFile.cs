using System.Globalization;
using NetGen.Data;

namespace Digits;

/// <summary>Reads <c>digits.csv</c>: a header, then 8×8 pixels from 0 to 16 and the digit in each line.</summary>
internal static class DigitsFile
{
    public const int ImageWidth = 8;
    private const int PixelCount = ImageWidth * ImageWidth;
    private const int ClassCount = 10;
    private const float BrightestPixel = 16;

    /// <summary>Rows of 64 pixels from 0 to 1, and the digit that each one shows.</summary>
    public static Dataset<float> Read(string path)
    {
        float[][] lines = [.. File.ReadLines(path).Skip(1).Select(ReadLine)];
        float[] pixels = [.. lines.SelectMany(line => line[..PixelCount]).Select(pixel => pixel / BrightestPixel)];
        int[] labels = [.. lines.Select(line => (int)line[PixelCount])];
        return Dataset<float>.WithLabels(pixels, PixelCount, labels, ClassCount);
    }

    private static float[] ReadLine(string line) =>
        [.. line.Split(',').Select(field => float.Parse(field, CultureInfo.InvariantCulture))];
}
