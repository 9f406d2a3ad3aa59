using System.Globalization;

namespace Charts;

/// <summary>A range of values, and the round numbers in it to label.</summary>
internal sealed class Axis
{
    private const int MostSteps = 6;
    private const double LongNumber = 1e5;

    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLogarithmic;
    private readonly double _step;

    private Axis(double low, double high, bool isLogarithmic, double step) =>
        (_low, _high, _isLogarithmic, _step) = (low, high, isLogarithmic, step);

    /// <summary>From the least to the greatest value.</summary>
    public static Axis Exact(IEnumerable<double> values)
    {
        (double low, double high) = Range(values);
        return new Axis(low, high, false, RoundStep((high - low) / MostSteps));
    }

    /// <summary>From a round number below the values to one above; a logarithmic axis is one of the exponents of 10.</summary>
    public static Axis Round(IEnumerable<double> values, bool isLogarithmic)
    {
        (double low, double high) = Range(isLogarithmic ? values.Select(Math.Log10) : values);
        double step = RoundStep(Math.Max(isLogarithmic ? 1 : 0, (high - low) / MostSteps));
        return new Axis(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, isLogarithmic, step);
    }

    /// <summary>Whether the axis has a place for a value: an infinity or a NaN has none, nor has 0 on a logarithmic axis.</summary>
    public static bool HasPlace(double value, bool isLogarithmic) => double.IsFinite(value) && (!isLogarithmic || value > 0);

    /// <summary>Where a value is, 0 at the low end, 1 at the high one.</summary>
    public double Place(double value) => ((_isLogarithmic ? Math.Log10(value) : value) - _low) / (_high - _low);

    /// <summary>The round numbers: where they are, and their text.</summary>
    public IEnumerable<(double Place, string Label)> Ticks()
    {
        for (long i = (long)Math.Ceiling(_low / _step - 1e-9); i * _step <= _high + (1e-9 * _step); i++)
            yield return (((i * _step) - _low) / (_high - _low), Label(i * _step));
    }

    /// <summary>From the least value to the greatest, and further where they are one.</summary>
    private static (double Low, double High) Range(IEnumerable<double> values)
    {
        (double low, double high) = (values.Min(), values.Max());
        return (low, high > low ? high : low + 1);
    }

    /// <summary>The least of 1, 2, 5, 10, … (times a power of 10) that is not below.</summary>
    private static double RoundStep(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * new[] { 1, 2, 5, 10 }.First(factor => factor * power >= least * (1 - 1e-9));
    }

    private string Label(double tick)
    {
        if (_isLogarithmic)
            return "10" + string.Concat(tick.ToString("0", CultureInfo.InvariantCulture).Select(Superscript));
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(_step) + 1e-9));
        return tick.ToString(Math.Abs(tick) >= LongNumber ? "0.#e0" : $"F{decimals}", CultureInfo.InvariantCulture);
    }

    private static char Superscript(char digit) => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];
}
