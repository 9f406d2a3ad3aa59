using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// tanh x, reduced as eˣ is, by Cody and Waite: |x| = n·½ ln 2 + r, and with t = tanh r the addition theorem gives
/// tanh |x| = ((2ⁿ − 1) + (2ⁿ + 1)·t) / ((2ⁿ + 1) + (2ⁿ − 1)·t). The one polynomial, t = r + r³·p(r²), is minimax over |r| ≤ 0.262
/// (p of degree 2 in Single, 6 in Double, fitted by Remez exchange, relative error 4.3e-9 and 8.6e-18).
/// </summary>
internal static class Hyperbolic<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Beyond it tanh rounds to 1.</summary>
    private static double Saturated
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 10 : 20;
    }

    /// <summary>
    /// n rounds 2|x|/ln 2 less this. So n = 0, where the result is t itself, reaches to 0.26; with n = 1 results below ¼ would
    /// cost more than 2 ULP.
    /// </summary>
    private const double Offset = 0.25;

    /// <summary>tanh x for every x, exact at ±0 and ±∞.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        TVector one = TSimd.Create(1.0);
        TVector magnitude = TSimd.Min(TSimd.Create(Saturated), TSimd.Abs(x));
        TVector n = TSimd.Round(TSimd.MultiplyAdd(magnitude, 2.8853900817779268, -Offset));
        TVector t = TanhOfReduced(Remainder(magnitude, n));
        TVector power = TSimd.PowerOfTwo(n);
        TVector numerator = TSimd.MultiplyAdd(TSimd.Add(power, one), t, TSimd.Subtract(power, one));

        // As numerator + 2·(1 − t), for then the rounding of the numerator all but cancels where the quotient is close to 1.
        TVector denominator = TSimd.Add(numerator, TSimd.MultiplyAdd(t, -2.0, 2.0));
        return TSimd.CopySign(TSimd.Divide(numerator, denominator), x);
    }

    /// <summary>tanh r for |r| ≤ 0.262.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector TanhOfReduced(TVector r)
    {
        TVector z = TSimd.Multiply(r, r);
        TVector p = typeof(T) == typeof(float) ? SingleTail(z) : DoubleTail(z);
        return TSimd.MultiplyAdd(TSimd.Multiply(r, z), p, r);
    }

    /// <summary>
    /// x − n·½ ln 2. In Single one step will do: ½ ln 2 happens to round to 21 bits (relative error 3e-9), so that the product is
    /// exact up to n = 8 even unfused, and beyond, tanh is flat.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Remainder(TVector x, TVector n) => typeof(T) == typeof(float)
        ? TSimd.MultiplyAdd(n, -0.34657359027997264, x)
        : TSimd.MultiplyAdd(n, -0.5 * Format<T>.Ln2Low, TSimd.MultiplyAdd(n, -0.5 * Format<T>.Ln2High, x));

    /// <summary>(tanh r − r) / r³ at z = r² in Single.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector SingleTail(TVector z)
    {
        TVector p = TSimd.MultiplyAdd(z, -0.051184870302677155, 0.13322357833385468);
        return TSimd.MultiplyAdd(p, z, TSimd.Create(-0.3333320915699005));
    }

    /// <summary>(tanh r − r) / r³ at z = r² in Double.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector DoubleTail(TVector z)
    {
        TVector p = TSimd.Create(-0.0013054156607923912);
        p = TSimd.Horner(p, z, 0.0035759164275165414, -0.008862319960833987, 0.02186945999120038, -0.053968253491168273);
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(0.1333333333295471));
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(-0.33333333333332316));
        return p;
    }
}
