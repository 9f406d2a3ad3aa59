using System.Globalization;

namespace NetGen.Generator.Emit;

/// <summary>Numbers as C#, whatever the culture.</summary>
internal static class Literal
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

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

        return precision == Precision.Single
            ? ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f"
            : value.ToString("R", CultureInfo.InvariantCulture) + "d";
    }
}
