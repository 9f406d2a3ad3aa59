using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// e^x, tanh and the sigmoid of one Single, computed in Double: a short polynomial suffices there, nothing overflows or
/// becomes denormal on the way, and the one rounding at the end is all that is lost. Vectors would be half as wide in Double,
/// so this is for scalars, of which a row has few.
/// </summary>
/// <remarks>
/// With x = n·ln 2 − r, e^(−x) = 2⁻ⁿ·e^r and e^r = 1 + r + r²·q(r) for |r| ≤ ½ ln 2, with q of degree 5, interpolated at the
/// Chebyshev nodes: relative error 5.4e-10 of e^r − 1, less than 0.01 ULP of Single. A result of few scalars is waited for,
/// so the chain of operations is kept short: what joins e^r in a sum joins it before the polynomial does.
/// </remarks>
internal static class SingleInDouble
{
    /// <summary>Beyond it e^x is infinite in Single, and e^(−x) rounds to 0.</summary>
    private const double Farthest = 110;

    /// <summary>Beyond it tanh rounds to 1 in Single.</summary>
    private const double Saturated = 10;

    /// <summary>Adding and subtracting it rounds to the nearest integer, which is in its lowest bits meanwhile.</summary>
    private const double Shift = 6755399441055744;

    /// <summary>e^x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static float Exp(float x)
    {
        double r = -NegatedRemainder(Clamp(x, Farthest), out double power);
        return (float)(power * PlusTail(1 + r, r));
    }

    /// <summary>1 / (1 + e^(−x)) = 2ⁿ / (2ⁿ + e^r).</summary>
    [MethodImpl(AggressiveInlining)]
    public static float Sigmoid(float x)
    {
        double r = NegatedRemainder(Clamp(x, Farthest), out double power);
        return (float)(power / PlusTail(power + 1 + r, r));
    }

    /// <summary>(1 − e^(−2x)) / (1 + e^(−2x)) = (2ⁿ − e^r) / (2ⁿ + e^r), with the sign of x at 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static float Tanh(float x)
    {
        double r = NegatedRemainder(2 * Clamp(x, Saturated), out double power);
        double numerator = MinusTail(power - 1 - r, r);
        return SimdScalar<float>.CopySign((float)(numerator / PlusTail(power + 1 + r, r)), x);
    }

    [MethodImpl(AggressiveInlining)]
    private static double Clamp(double x, double bound) => SimdScalar<double>.Max(-bound, SimdScalar<double>.Min(bound, x));

    /// <summary>r = n·ln 2 − x and 2ⁿ.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double NegatedRemainder(double x, out double power)
    {
        double shifted = double.MultiplyAddEstimate(x, 1.4426950408889634, Shift);
        power = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + Bias) << 52);
        return double.MultiplyAddEstimate(shifted - Shift, 0.6931471805599453, -x);
    }

    /// <summary>sum + (e^r − 1 − r).</summary>
    [MethodImpl(AggressiveInlining)]
    private static double PlusTail(double sum, double r)
    {
        double square = r * r;
        return double.MultiplyAddEstimate(HighTail(r, square), square * square, double.MultiplyAddEstimate(LowTail(r), square, sum));
    }

    /// <summary>sum − (e^r − 1 − r).</summary>
    [MethodImpl(AggressiveInlining)]
    private static double MinusTail(double sum, double r)
    {
        double square = r * r;
        return double.MultiplyAddEstimate(-HighTail(r, square), square * square, double.MultiplyAddEstimate(-LowTail(r), square, sum));
    }

    /// <summary>The two lowest terms of q.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double LowTail(double r) => double.MultiplyAddEstimate(0.16666666681659179, r, 0.5000000013498178);

    /// <summary>The other terms of q, divided by r².</summary>
    [MethodImpl(AggressiveInlining)]
    private static double HighTail(double r, double square)
    {
        double middle = double.MultiplyAddEstimate(0.008333310889582076, r, 0.04166646460202654);
        double high = double.MultiplyAddEstimate(0.00019891030654370327, r, 0.0013933685862617174);
        return double.MultiplyAddEstimate(high, square, middle);
    }

    /// <summary>The bias of an exponent in Double.</summary>
    private const long Bias = 1023;
}
