using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// ln x and ln(1 + x). The argument is m·2ᵉ with m in [√½, √2) and the result e·ln 2 + ln(1 + f), f = m − 1. Single:
/// ln(1 + f) = f − f²/2 + f³·p(f), p of degree 8 (relative error 4e-9). Double: fdlibm's form (e_log.c) with
/// s = f/(2 + f), z = s², ln(1 + f) = f − f²/2 + s·(f²/2 + z·r(z)), r of degree 6 (relative error 1.3e-18).
/// The polynomials are minimax, fitted by Remez exchange.
/// </summary>
internal static class Logarithm<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static double DenormalExponent
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 24 : 54;
    }

    private static double DenormalScale
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1 << 24 : 1L << 54;
    }

    /// <summary>ln x: −∞ at ±0, NaN below.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Log(TVector x)
    {
        TVector denormal = TSimd.LessThan(x, TSimd.Create(Format<T>.LeastNormal));
        TVector normal = TSimd.Select(denormal, TSimd.Multiply(x, TSimd.Create(DenormalScale)), x);
        TVector shift = TSimd.And(denormal, TSimd.Create(DenormalExponent));
        TVector e = TSimd.Subtract(TSimd.Exponent(normal), shift);
        TVector f = TSimd.Subtract(TSimd.Mantissa(normal), TSimd.Create(1.0));
        return WithLimits(Sum(e, f), x, TSimd.Create(0.0), x);
    }

    /// <summary>ln x of a positive normal number; NaN stays.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector LogOfNormal(TVector x)
    {
        TVector logarithm = Sum(TSimd.Exponent(x), TSimd.Subtract(TSimd.Mantissa(x), TSimd.Create(1.0)));

        // The bits of a NaN would pass for a number.
        return TSimd.Add(logarithm, TSimd.Subtract(x, x));
    }

    /// <summary>ln(1 + x): −∞ at −1, NaN below, and with the sign of x at 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Log1p(TVector x) =>
        TSimd.CopySign(WithLimits(Log1pOfFinite(x), x, TSimd.Create(-1.0), TSimd.Abs(x)), x);

    /// <summary>ln(1 + x) for finite x above −1.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Log1pOfFinite(TVector x)
    {
        TVector one = TSimd.Create(1.0);
        TVector u = TSimd.Add(one, x);

        // What rounding took from 1 + x (Knuth's two-sum), put back at the scale of the mantissa.
        TVector part = TSimd.Subtract(u, one);
        TVector lost = TSimd.Add(TSimd.Subtract(one, TSimd.Subtract(u, part)), TSimd.Subtract(x, part));
        TVector e = TSimd.Exponent(u);
        TVector scale = TSimd.PowerOfTwo(TSimd.Max(TSimd.Create(Format<T>.LeastExponent), TSimd.Negate(e)));
        TVector f = TSimd.MultiplyAdd(lost, scale, TSimd.Subtract(TSimd.Mantissa(u), one));
        return Sum(e, f);
    }

    /// <summary>
    /// ln(1 + x) for 0 ≤ x ≤ 1: in Single x + x²·p(x), p of degree 8, minimax (relative error 7e-9), so that no exponent and no
    /// mantissa are taken.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Log1pOfFraction(TVector x)
    {
        if (typeof(T) != typeof(float))
        {
            return Log1pOfFinite(x);
        }

        TVector p = TSimd.Create(-0.0033161118626594543);
        p = TSimd.Horner(p, x, 0.020187877118587494, -0.057617317885160446, 0.10673774033784866, -0.1535005271434784);
        p = TSimd.Horner(p, x, 0.19693107903003693, -0.24958088994026184, 0.33330464363098145, -0.4999993145465851);
        return TSimd.MultiplyAdd(TSimd.Multiply(x, x), p, x);
    }

    /// <summary>The result in the open domain; −∞ at its lower end, NaN below and for NaN, ∞ at ∞.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector WithLimits(TVector result, TVector x, TVector lowest, TVector infinite)
    {
        TVector infinity = TSimd.Create(double.PositiveInfinity);
        TVector outside = TSimd.Select(TSimd.Equals(x, lowest), TSimd.Negate(infinity), TSimd.Create(double.NaN));
        TVector inside = TSimd.Select(TSimd.Equals(infinite, infinity), infinity, result);
        return TSimd.Select(TSimd.LessThan(lowest, x), inside, outside);
    }

    /// <summary>e·ln 2 + ln(1 + f).</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Sum(TVector e, TVector f)
    {
        TVector halfSquare = TSimd.Multiply(TSimd.Multiply(f, f), TSimd.Create(0.5));
        TVector low = TSimd.MultiplyAdd(e, Format<T>.Ln2Low, typeof(T) == typeof(float) ? SingleTail(f) : DoubleTail(f, halfSquare));
        return TSimd.MultiplyAdd(e, Format<T>.Ln2High, TSimd.Add(f, TSimd.Subtract(low, halfSquare)));
    }

    /// <summary>ln(1 + f) − f + f²/2 in Single.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector SingleTail(TVector f)
    {
        TVector p = TSimd.Create(0.05340343341231346);
        p = TSimd.Horner(p, f, -0.10926501452922821, 0.1211293414235115, -0.12549732625484467, 0.14209547638893127);
        p = TSimd.Horner(p, f, -0.16659367084503174, 0.20002223551273346, -0.2500016689300537, 0.3333331346511841);
        return TSimd.Multiply(TSimd.Multiply(f, TSimd.Multiply(f, f)), p);
    }

    /// <summary>ln(1 + f) − f + f²/2 in Double.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector DoubleTail(TVector f, TVector halfSquare)
    {
        TVector s = TSimd.Divide(f, TSimd.Add(f, TSimd.Create(2.0)));
        TVector z = TSimd.Multiply(s, s);
        TVector p = TSimd.Create(0.14798256315897174);
        p = TSimd.Horner(p, z, 0.15313832846901018, 0.1818357231667654, 0.22222198429823595, 0.2857142874367844);
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(0.3999999999940938));
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(0.6666666666666735));
        return TSimd.Multiply(s, TSimd.MultiplyAdd(z, p, halfSquare));
    }
}
