namespace Charts;

/// <summary>Colours that people with colour blindness tell apart too (Okabe and Ito, 2008).</summary>
internal static class Palette
{
    private static readonly (int Red, int Green, int Blue)[] Colors =
        [(0, 114, 178), (213, 94, 0), (0, 158, 115), (204, 121, 167), (230, 159, 0), (86, 180, 233)];

    /// <summary>The colour of a series or a class.</summary>
    public static string Color(int index)
    {
        (int red, int green, int blue) = Colors[index % Colors.Length];
        return $"#{red:x2}{green:x2}{blue:x2}";
    }

    /// <summary>The classes' colours mixed by their probabilities, in tenths so that cells make long runs, and brightened.</summary>
    public static string Mix(ReadOnlySpan<float> probabilities)
    {
        const int shades = 10;
        (double red, double green, double blue, double sum) = (0, 0, 0, 0);
        for (int i = 0; i < probabilities.Length; i++)
        {
            (int r, int g, int b) = Colors[i % Colors.Length];
            double share = Math.Round(probabilities[i] * shades) / shades;
            (red, green, blue, sum) = (red + (share * r), green + (share * g), blue + (share * b), sum + share);
        }

        return $"#{Bright(red / sum):x2}{Bright(green / sum):x2}{Bright(blue / sum):x2}";
    }

    private static int Bright(double channel) => (int)Math.Clamp(140 + (0.45 * channel), 0, 255);
}
