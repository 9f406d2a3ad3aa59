using MathNet.Numerics;

namespace NetGen.MathNet;

/// <summary>Student's distribution.</summary>
internal static class StudentT
{
    /// <summary>
    /// The probability of a |t| at least as large: I(ν/(ν + t²); ν/2, ½), the regularised incomplete beta function. It keeps its
    /// digits in the tail, where 1 − CDF has none.
    /// </summary>
    public static double TwoSidedP(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t) || degreesOfFreedom <= 0)
            return double.NaN;
        if (double.IsInfinity(t))
            return 0;
        return SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));
    }
}
