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

    private Axis(double low, double high, bool isLogarithmic)
    {
        (_low, _high, _isLogarithmic) = (low, high > low ? high : low + 1, isLogarithmic);
        _step = RoundStep((_high - _low) / MostSteps, isLogarithmic);
    }

    /// <summary>From the least to the greatest value.</summary>
    public static Axis Exact(IEnumerable<double> values) => new(values.Min(), values.Max(), false);

    /// <summary>From a round number below the values to one above; a logarithmic axis is one of the exponents of 10.</summary>
    public static Axis Round(IEnumerable<double> values, bool isLogarithmic)
    {
        double[] places = [.. isLogarithmic ? values.Select(Math.Log10) : values];
        var exact = new Axis(places.Min(), places.Max(), isLogarithmic);
        return new Axis(Math.Floor(exact._low / exact._step) * exact._step, Math.Ceiling(exact._high / exact._step) * exact._step, isLogarithmic);
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

    /// <summary>The least of 1, 2, 5, 10, … (times a power of 10) that is not below; for exponents at least 1.</summary>
    private static double RoundStep(double least, bool isLogarithmic)
    {
        if (isLogarithmic)
            least = Math.Max(1, least);
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
