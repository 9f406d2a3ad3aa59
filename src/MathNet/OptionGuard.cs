using System.Globalization;

namespace NetGen.MathNet;

/// <summary>Checks of options, each of which returns the value it checked.</summary>
internal static class OptionGuard
{
    public static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }

    public static double NotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw NotIn(value, name, "a finite number of at least 0");

    public static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw NotIn(value, name, "a finite number above 0");

    public static ArgumentOutOfRangeException NotDefined(Enum value, string name) =>
        new(name, value, $"{value} is not a member of {value.GetType().Name}.");

    private static ArgumentOutOfRangeException NotIn(double value, string name, string expected) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but {expected} is expected."));
}
