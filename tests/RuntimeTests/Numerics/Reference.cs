namespace NetGen.RuntimeTests.Numerics;

/// <summary>The elementary functions in double, with errors far below half a unit in the last place of Single.</summary>
public static class Reference
{
    public static double Expm1(double x) => Math.Abs(x) < 1e-3
        ? x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5))))))))
        : Math.Exp(x) - 1;

    /// <summary>Kahan's form: the rounding of 1 + x cancels in the quotient.</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 || double.IsPositiveInfinity(u) ? x : Math.Log(u) * (x / (u - 1));
    }

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static double Softplus(double x) => Math.Max(0, x) + Log1p(Math.Exp(-Math.Abs(x)));

    /// <summary>2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n + 1)!!.</summary>
    public static double Erf(double x)
    {
        if (!(Math.Abs(x) < 6))
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        double square = x * x;
        double term = x;
        double sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * square / ((2 * n) + 1);
            sum += term;
        }

        return 1.1283791670955126 * Math.Exp(-square) * sum;
    }
}
