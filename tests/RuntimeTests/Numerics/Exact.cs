namespace NetGen.RuntimeTests.Numerics;

/// <summary>The elementary functions to about 95 bits, from their series.</summary>
public static class Exact
{
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    private static readonly DoubleDouble TwoOverRootPi = new(1.1283791670955126, 1.533545961316588e-17);

    public static DoubleDouble Exp(double x)
    {
        if (!(Math.Abs(x) < 800))
        {
            return Math.Exp(x);
        }

        int n = (int)Math.Round(x / Ln2.High);
        DoubleDouble mantissa = 1.0 + ReducedExpm1(x - (Ln2 * n));

        DoubleDouble result = mantissa.Scale(n);
        return double.IsFinite(result.High) ? result : result.High;
    }

    public static DoubleDouble Expm1(double x) => Math.Abs(x) switch
    {
        < 0.3 => ReducedExpm1(x),
        < 80 => Exp(x) - 1.0,
        _ => x < 0 ? -1 : Exp(x),
    };

    public static DoubleDouble Log(double x) => Log((DoubleDouble)x);

    public static DoubleDouble Log1p(double x) => double.IsFinite(x) ? Log1p((DoubleDouble)x) : double.LogP1(x);

    public static DoubleDouble Tanh(double x)
    {
        if (Math.Abs(x) is not (> 1e-40 and < 40))
        {
            return Math.Abs(x) < 1 ? x : Math.Tanh(x);
        }

        DoubleDouble e = Expm1(2 * x);
        return e / (e + 2.0);
    }

    public static DoubleDouble Sigmoid(double x)
    {
        if (!(Math.Abs(x) < 800))
        {
            return 1 / (1 + Math.Exp(-x));
        }

        DoubleDouble e = Exp(-Math.Abs(x));
        return (x < 0 ? e : 1.0) / (1.0 + e);
    }

    public static DoubleDouble Softplus(double x) => Math.Abs(x) < 800
        ? Math.Max(0, x) + Log1p(Exp(-Math.Abs(x)))
        : (x < 0 ? 0 : x);

    /// <summary>2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n + 1)!!, whose terms are all of one sign.</summary>
    public static DoubleDouble Erf(double x)
    {
        if (!(Math.Abs(x) < 6.5))
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        DoubleDouble square = (DoubleDouble)x * x;
        DoubleDouble term = x;
        DoubleDouble sum = x;
        for (int n = 1; Math.Abs(term.High) > 1e-34 * Math.Abs(sum.High); n++)
        {
            term = term * square * 2.0 / (2.0 * n + 1);
            sum += term;
        }

        DoubleDouble bell = Exp(-square.High) * (1.0 - square.Low);
        return TwoOverRootPi * bell * sum;
    }

    private static DoubleDouble Log1p(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 1e-9)
        {
            return Log(1.0 + x);
        }

        DoubleDouble square = x * x;
        return x - (square * 0.5) + (square * x / 3.0) - (square * square * 0.25);
    }

    /// <summary>One step of Halley's iteration for e^y = x from the double result.</summary>
    private static DoubleDouble Log(DoubleDouble x)
    {
        double start = Math.Log(x.High);
        if (!double.IsFinite(start))
        {
            return start;
        }

        int n = Math.ILogB(x.High);
        DoubleDouble mantissa = x.Scale(-n / 2).Scale(-n - (-n / 2));
        double guess = Math.Log(mantissa.High);
        DoubleDouble e = Exp(guess);
        return (Ln2 * n) + (guess + (2.0 * (mantissa - e) / (mantissa + e)));
    }

    /// <summary>eʳ − 1 by Taylor's series at r/256 and eight doublings (u → u² + 2u).</summary>
    private static DoubleDouble ReducedExpm1(DoubleDouble r)
    {
        if (Math.Abs(r.High) < 1e-40)
        {
            return r;
        }

        DoubleDouble small = r.Scale(-8);
        DoubleDouble term = small;
        DoubleDouble sum = small;
        for (int n = 2; n < 16; n++)
        {
            term = term * small / n;
            sum += term;
        }

        for (int i = 0; i < 8; i++)
        {
            sum = (sum * sum) + (sum * 2.0);
        }

        return sum;
    }
}
