namespace NetGen.Initialization;

/// <summary>
/// ln x from additions, multiplications and divisions alone, so that its bits do not depend on the machine's
/// mathematical library. The method and the coefficients are those of fdlibm's <c>e_log.c</c> (Sun Microsystems, 1993).
/// </summary>
internal static class PortableLog
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double L1 = 6.666666666666735130e-01;
    private const double L2 = 3.999999999940941908e-01;
    private const double L3 = 2.857142874366239149e-01;
    private const double L4 = 2.222219843214978396e-01;
    private const double L5 = 1.818357216161805012e-01;
    private const double L6 = 1.531383769920937332e-01;
    private const double L7 = 1.479819860511658591e-01;
    private const double SqrtHalf = 0.70710678118654752440;
    private const int MantissaBits = 52;
    private const int ExponentOfHalf = 1022;

    /// <summary>ln x of a positive normal x, within 1 ulp.</summary>
    public static double Of(double x)
    {
        // x = 2ᵏ(1 + f) with √½ ≤ 1 + f < √2.
        long bits = BitConverter.DoubleToInt64Bits(x);
        int k = (int)(bits >> MantissaBits) - ExponentOfHalf;
        long mantissa = bits & ((1L << MantissaBits) - 1);
        double m = BitConverter.Int64BitsToDouble(mantissa | ((long)ExponentOfHalf << MantissaBits));
        if (m < SqrtHalf)
        {
            m *= 2;
            k--;
        }

        // ln(1 + f) = 2s + s·R(s²) with s = f/(2 + f), the odd series of 2·artanh s.
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double r = z * (L1 + (z * (L2 + (z * (L3 + (z * (L4 + (z * (L5 + (z * (L6 + (z * L7))))))))))));
        double halfSquare = 0.5 * f * f;
        return (k * Ln2High) - ((halfSquare - ((s * (halfSquare + r)) + (k * Ln2Low))) - f);
    }
}
