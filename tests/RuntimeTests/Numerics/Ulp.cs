namespace NetGen.RuntimeTests.Numerics;

/// <summary>Errors in units in the last place: the distance to the true value over the spacing of numbers there.</summary>
public static class Ulp
{
    /// <summary>The least magnitude that rounds to ∞ in Single: half a spacing above the greatest number.</summary>
    private const double SingleOverflow = 3.4028235677973366e38;

    /// <summary>The error of a Single against the true value; ∞ where one is NaN or infinite and the other is not.</summary>
    public static double Of(float actual, double expected)
    {
        if (double.IsNaN(expected) || float.IsNaN(actual))
        {
            return double.IsNaN(expected) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        if (Math.Abs(expected) >= SingleOverflow || float.IsInfinity(actual))
        {
            return (float)expected == actual ? 0 : double.PositiveInfinity;
        }

        return Math.Abs(actual - expected) / Spacing(expected, leastExponent: -126, mantissaBits: 23);
    }

    /// <summary>The error of a Double against a value in twice the precision.</summary>
    public static double Of(double actual, DoubleDouble expected)
    {
        if (!double.IsFinite(expected.High) || !double.IsFinite(actual))
        {
            return actual.Equals(expected.High) ? 0 : double.PositiveInfinity;
        }

        double spacing = Spacing(expected.High, leastExponent: -1022, mantissaBits: 52);
        return Math.Abs((actual - expected.High) / spacing - (expected.Low / spacing));
    }

    private static double Spacing(double value, int leastExponent, int mantissaBits)
    {
        int exponent = (int)(BitConverter.DoubleToInt64Bits(value) >>> 52 & 0x7FF) - 1023;
        exponent = Math.Max(exponent, leastExponent) - mantissaBits;
        return exponent >= -1022
            ? BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52)
            : Math.ScaleB(1, exponent);
    }
}
