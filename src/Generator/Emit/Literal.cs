using System.Globalization;

namespace NetGen.Generator.Emit;

/// <summary>Numbers as C#, whatever the culture.</summary>
internal static class Literal
{
    private static readonly string[] Small = [.. Enumerable.Range(0, 1024).Select(value => value.ToString(CultureInfo.InvariantCulture))];

    public static string Of(int value) => value >= 0 && value < Small.Length ? Small[value] : value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A literal that parses back to the same bits.</summary>
    public static string Of(double value, Precision precision)
    {
        string type = precision == Precision.Single ? "float" : "double";
        double rounded = precision == Precision.Single ? (float)value : value;
        if (double.IsNaN(rounded))
        {
            return $"{type}.NaN";
        }

        if (double.IsInfinity(rounded))
        {
            return rounded > 0 ? $"{type}.PositiveInfinity" : $"{type}.NegativeInfinity";
        }

        return precision == Precision.Single ? RoundTrip((float)value) + "f" : RoundTrip(value) + "d";
    }

    /// <summary>The shortest form where it parses back to the same number, which .NET Framework's does not always do.</summary>
    private static string RoundTrip(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G9", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc cref="RoundTrip(float)"/>
    private static string RoundTrip(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
