namespace NetGen.RuntimeTests.Numerics;

/// <summary>An unevaluated sum of two doubles: about 106 bits (Dekker, 1971), the yardstick for functions in Double.</summary>
public readonly record struct DoubleDouble(double High, double Low)
{
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        DoubleDouble sum = TwoSum(x.High, y.High);
        DoubleDouble rest = TwoSum(x.Low, y.Low);
        DoubleDouble partial = QuickSum(sum.High, sum.Low + rest.High);
        return QuickSum(partial.High, partial.Low + rest.Low);
    }

    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + -y;

    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        double product = x.High * y.High;
        double error = Math.FusedMultiplyAdd(x.High, y.High, -product);
        return QuickSum(product, error + ((x.High * y.Low) + (x.Low * y.High)));
    }

    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        double first = x.High / y.High;
        DoubleDouble rest = x - (y * first);
        double second = rest.High / y.High;
        rest -= y * second;
        return QuickSum(first, second) + (rest.High / y.High);
    }

    /// <summary>x · 2ⁿ; the low part loses bits where the result is denormal.</summary>
    public DoubleDouble Scale(int n) => new(Math.ScaleB(High, n), Math.ScaleB(Low, n));

    private static DoubleDouble TwoSum(double x, double y)
    {
        double sum = x + y;
        double part = sum - x;
        return new(sum, (x - (sum - part)) + (y - part));
    }

    private static DoubleDouble QuickSum(double x, double y)
    {
        double sum = x + y;
        return new(sum, y - (sum - x));
    }
}
