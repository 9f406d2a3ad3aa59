namespace NetGen.Training;

/// <summary>The checks that schedules share.</summary>
internal static class ScheduleGuard
{
    public static double Finite(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be finite and not negative.");

    public static double Minimum(double value, double rate, string name) => value >= 0 && value <= rate
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"The value must be at least 0 and at most the rate {rate}.");

    public static double Divisor(double value, string name) => value >= 1 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be finite and at least 1.");

    public static long Positive(long value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }

    public static long NotNegative(long value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }
}
