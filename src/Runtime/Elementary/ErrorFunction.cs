using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// erf x = 2/√π ∫₀ˣ e^(−t²) dt. Near 0: x + x·p(x²). Beyond: 1 − e^q with q a polynomial for ln erfc, the weight of the fit
/// falling with erfc itself. Minimax polynomials fitted by Remez exchange: relative error of erf 1.8e-8 and 8e-10 in
/// Single, 1.7e-17 and 7e-18 in Double.
/// </summary>
internal static class ErrorFunction<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Beyond it erf rounds to 1.</summary>
    private static double Saturated
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 4 : 6;
    }

    private static double Crossover
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 0.925 : 1;
    }

    /// <summary>erf x for every x, exact at ±0 and ±∞.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Erf(TVector x)
    {
        TVector magnitude = TSimd.Abs(x);
        TVector bounded = TSimd.Min(TSimd.Create(Saturated), magnitude);
        TVector near = Near(bounded);
        TVector far = Far(bounded);
        return TSimd.CopySign(TSimd.Select(TSimd.LessThan(magnitude, TSimd.Create(Crossover)), near, far), x);
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Near(TVector x)
    {
        TVector z = TSimd.Multiply(x, x);
        TVector p = typeof(T) == typeof(float) ? SingleNear(z) : DoubleNear(z);
        return TSimd.MultiplyAdd(x, p, x);
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Far(TVector x)
    {
        TVector q = typeof(T) == typeof(float) ? SingleFar(x) : DoubleFar(TSimd.Subtract(x, TSimd.Create(1.0)));
        TVector complement = Exponential<TVector, TSimd, T>.ExpOfModerate(q);
        return TSimd.Subtract(TSimd.Create(1.0), complement);
    }

    /// <summary>erf(x)/x − 1 at z = x² ≤ 0.93² in Single.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector SingleNear(TVector z)
    {
        TVector p = TSimd.Create(-0.0005959118134342134);
        p = TSimd.Horner(p, z, 0.004987265914678574, -0.026762917637825012, 0.11281730234622955, -0.37612488865852356);
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(0.12837915122509003));
        return p;
    }

    /// <summary>ln erfc x for 0.92 ≤ x ≤ 4 in Single, as x·p(x) − x.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector SingleFar(TVector x)
    {
        TVector p = TSimd.Create(-1.1230070413148496e-05);
        p = TSimd.Horner(p, x, 0.00032279410515911877, -0.0036424295976758003, 0.023762019351124763, -0.10623684525489807);
        p = TSimd.MultiplyAdd(p, x, TSimd.Create(-0.6351513266563416));
        p = TSimd.MultiplyAdd(p, x, TSimd.Create(-0.12864848971366882));
        return TSimd.MultiplyAdd(p, x, TSimd.Negate(x));
    }

    /// <summary>erf(x)/x − 1 at z = x² ≤ 1 in Double.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector DoubleNear(TVector z)
    {
        TVector p = TSimd.Create(-7.601578458050154e-10);
        p = TSimd.Horner(p, z, 1.3613792479499265e-08, -1.618339609410166e-07, 1.6444080338904744e-06, -1.4924460413745726e-05);
        p = TSimd.Horner(p, z, 0.000120552802469573, -0.00085483254775647, 0.0052239775966076984, -0.02686617064194804);
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(0.11283791670936916));
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(-0.37612638903183343));
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(0.12837916709551256));
        return p;
    }

    /// <summary>ln erfc(1 + u) for 0 ≤ u ≤ 5 in Double.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector DoubleFar(TVector u)
    {
        TVector p = TSimd.Create(-4.928167404510169e-12);
        p = TSimd.Horner(p, u, 1.2070041149211466e-10, -1.3325288206148037e-09, 8.596646523425979e-09, -3.369042966493035e-08);
        p = TSimd.Horner(p, u, 5.8815522880646155e-08, 2.0325614362942343e-07, -2.1297402012346194e-06, 9.669095866932484e-06);
        p = TSimd.Horner(p, u, -2.7197245499874987e-05, 2.629538445225192e-05, 0.00023731679712886948, -0.001977901310586438);
        p = TSimd.Horner(p, u, 0.0100338251951124, -0.041561098026679774, -0.8431072563593304, -2.6389675142347775);
        p = TSimd.MultiplyAdd(p, u, TSimd.Create(-1.8496055099332482));
        return p;
    }
}
