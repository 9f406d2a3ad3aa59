using System.Globalization;

namespace Digits;

/// <summary>Reads <c>digits.csv</c>: a header, then 64 pixels from 0 to 16 and the digit in each line.</summary>
internal static class DigitsFile
{
    private const float BrightestPixel = 16;

    public static Images Read(string path)
    {
        string[] lines = [.. File.ReadLines(path).Skip(1).Where(line => line.Length > 0)];
        var images = new Images(new float[lines.Length * Images.PixelCount], new int[lines.Length]);
        for (int i = 0; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split(',');
            for (int pixel = 0; pixel < Images.PixelCount; pixel++)
                images.Pixels[(i * Images.PixelCount) + pixel] = float.Parse(fields[pixel], CultureInfo.InvariantCulture) / BrightestPixel;
            images.Labels[i] = int.Parse(fields[Images.PixelCount], CultureInfo.InvariantCulture);
        }

        return images;
    }
}
