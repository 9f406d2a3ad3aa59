using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>x · 2ⁿ where the machine has no instruction for it.</summary>
internal static class Scaling<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Multiplies by 2^(n/2) and by the rest. The first product is exact, so the result is rounded once even where it is
    /// denormal, and neither power leaves the exponents of normal numbers.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector TwoSteps(TVector x, TVector n)
    {
        TVector half = TSimd.Round(TSimd.Multiply(n, TSimd.Create(0.5)));
        TVector rest = TSimd.Subtract(n, half);
        return TSimd.Multiply(TSimd.Multiply(x, TSimd.PowerOfTwo(half)), TSimd.PowerOfTwo(rest));
    }
}
