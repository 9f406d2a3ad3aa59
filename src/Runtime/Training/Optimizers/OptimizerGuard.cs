namespace NetGen.Training;

/// <summary>The checks that optimizers share.</summary>
internal static class OptimizerGuard
{
    public static void SameLength(int expected, int found, string name)
    {
        if (expected != found)
            throw new ArgumentException($"The length is {found}, but {expected} is expected.", name);
    }

    public static double NotNegative(double value, string name) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "The value must not be negative or NaN.");

    /// <summary>A decay rate of a running mean.</summary>
    public static double BelowOne(double value, string name) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "The value must be at least 0 and below 1.");

    /// <summary>A share of a whole.</summary>
    public static double AtMostOne(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "The value must be at least 0 and at most 1.");
}
