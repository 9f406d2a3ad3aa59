using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// e^x, tanh and the sigmoid of one Single, computed in Double: a short polynomial suffices there, nothing overflows or
/// becomes denormal on the way, and the one rounding at the end is all that is lost. Vectors would be half as wide in Double,
/// so this is for scalars, of which a row has few.
/// </summary>
/// <remarks>
/// e^r − 1 = r + r²·q(r) for |r| ≤ ½ ln 2 with q of degree 5, interpolated at the Chebyshev nodes: relative error 5.4e-10,
/// less than 0.01 ULP of Single.
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
    public static float Exp(float x) => (float)ExpOfModerate(Clamp(x, Farthest));

    /// <summary>1 / (1 + e^(−x)).</summary>
    [MethodImpl(AggressiveInlining)]
    public static float Sigmoid(float x) => (float)(1 / (1 + ExpOfModerate(-Clamp(x, Farthest))));

    /// <summary>(e^2x − 1) / ((e^2x − 1) + 2), with the sign of x at 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static float Tanh(float x)
    {
        double doubled = 2 * Clamp(x, Saturated);
        double minus1 = Minus1(doubled, out double power);
        double e = double.MultiplyAddEstimate(power, minus1, power - 1);
        return SimdScalar<float>.CopySign((float)(e / (e + 2)), x);
    }

    [MethodImpl(AggressiveInlining)]
    private static double Clamp(double x, double bound) => SimdScalar<double>.Max(-bound, SimdScalar<double>.Min(bound, x));

    [MethodImpl(AggressiveInlining)]
    private static double ExpOfModerate(double x)
    {
        double minus1 = Minus1(x, out double power);
        return double.MultiplyAddEstimate(power, minus1, power);
    }

    /// <summary>e^r − 1 and 2ⁿ with x = n·ln 2 + r.</summary>
    [MethodImpl(AggressiveInlining)]
    private static double Minus1(double x, out double power)
    {
        double shifted = double.MultiplyAddEstimate(x, 1.4426950408889634, Shift);
        double r = double.MultiplyAddEstimate(shifted - Shift, -0.6931471805599453, x);
        power = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + Bias) << 52);
        double square = r * r;
        double low = double.MultiplyAddEstimate(0.16666666681659179, r, 0.5000000013498178);
        double middle = double.MultiplyAddEstimate(0.008333310889582076, r, 0.04166646460202654);
        double high = double.MultiplyAddEstimate(0.00019891030654370327, r, 0.0013933685862617174);
        double q = double.MultiplyAddEstimate(double.MultiplyAddEstimate(high, square, middle), square, low);
        return double.MultiplyAddEstimate(q, square, r);
    }

    /// <summary>The bias of an exponent in Double.</summary>
    private const long Bias = 1023;
}
