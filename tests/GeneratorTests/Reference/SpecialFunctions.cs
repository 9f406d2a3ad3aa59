namespace NetGen.GeneratorTests.Reference;

/// <summary>Functions of one variable in double, from their defining series or a form that neither overflows nor cancels.</summary>
internal static class SpecialFunctions
{
    public static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    public static double Softplus(double z) => Math.Max(z, 0) + LogOnePlus(Math.Exp(-Math.Abs(z)));

    /// <summary>ln cosh d = |d| + ln(1 + e^(−2|d|)) − ln 2.</summary>
    public static double LogCosh(double d) => Math.Abs(d) + LogOnePlus(Math.Exp(-2 * Math.Abs(d))) - Math.Log(2);

    /// <summary>ln(1 + x) with Kahan's correction of the rounding in 1 + x.</summary>
    public static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    /// <summary>eˣ − 1 by 2 e^(x/2) sinh(x/2).</summary>
    public static double ExpMinusOne(double x) => x < -50 ? -1 : 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);

    /// <summary>1 − tanh² z = 1 / cosh² z.</summary>
    public static double TanhDerivative(double z) => 1 / (Math.Cosh(z) * Math.Cosh(z));

    /// <summary>The normal distribution function Φ(z) = erfc(−z/√2) / 2.</summary>
    public static double NormalCdf(double z) => Erfc(-z / Math.Sqrt(2)) / 2;

    public static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    private static double Erfc(double x) => x switch
    {
        double.NaN => double.NaN,
        > 27 => 0,
        < -6 => 2,
        > 2 => ErfcFraction(x),
        _ => 1 - ErfSeries(x),
    };

    /// <summary>erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, all terms of one sign.</summary>
    private static double ErfSeries(double x)
    {
        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-18; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))), evaluated from the far end.</summary>
    private static double ErfcFraction(double x)
    {
        double tail = x;
        for (int n = 120; n >= 1; n--)
        {
            tail = x + n / 2.0 / tail;
        }

        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / tail;
    }
}
