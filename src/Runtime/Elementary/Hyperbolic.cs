using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// tanh x. Below 5/8: x + x³·p(x²) with a minimax polynomial p (degree 4 in Single, 10 in Double, fitted by Remez exchange,
/// relative error 4.6e-9 and 1.6e-17). Above: 1 − 2/(e^(2|x|) + 1), the split of Moshier's Cephes library.
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

    private const double Crossover = 0.625;

    /// <summary>tanh x for every x, exact at ±0 and ±∞.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        TVector magnitude = TSimd.Abs(x);
        TVector bounded = TSimd.Min(TSimd.Create(Saturated), magnitude);
        TVector near = Near(bounded);
        TVector far = Far(bounded);
        return TSimd.CopySign(TSimd.Select(TSimd.LessThan(magnitude, TSimd.Create(Crossover)), near, far), x);
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Far(TVector x)
    {
        TVector one = TSimd.Create(1.0);
        TVector e = Exponential<TVector, TSimd, T>.ExpOfModerate(TSimd.Add(x, x));
        return TSimd.Subtract(one, TSimd.Divide(TSimd.Create(2.0), TSimd.Add(e, one)));
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Near(TVector x)
    {
        TVector z = TSimd.Multiply(x, x);
        TVector p = typeof(T) == typeof(float) ? SingleTail(z) : DoubleTail(z);
        return TSimd.MultiplyAdd(TSimd.Multiply(x, z), p, x);
    }

    /// <summary>(tanh x − x) / x³ at z = x² in Single.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector SingleTail(TVector z)
    {
        TVector p = TSimd.Create(-0.005692407488822937);
        p = TSimd.Horner(p, z, 0.02062823809683323, -0.053736526519060135, 0.13331405818462372, -0.3333328068256378);
        return p;
    }

    /// <summary>(tanh x − x) / x³ at z = x² in Double.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector DoubleTail(TVector z)
    {
        TVector p = TSimd.Create(-1.607971458783217e-05);
        p = TSimd.Horner(p, z, 7.715319542841873e-05, -0.0002285674161472709, 0.0005863162440416121, -0.0014549583615870256);
        p = TSimd.Horner(p, z, 0.003591989023813604, -0.008863220981869799, 0.021869487574522287, -0.05396825393119798);
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(0.13333333333261937));
        p = TSimd.MultiplyAdd(p, z, TSimd.Create(-0.33333333333332854));
        return p;
    }
}
