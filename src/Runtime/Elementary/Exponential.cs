using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// eˣ and eˣ − 1. Cody and Waite's reduction x = n·ln 2 + r, |r| ≤ ½ ln 2, with ln 2 split so that n times the high part is
/// exact without a fused multiply-add; then eʳ − 1 = r + r²·q(r) with a minimax polynomial q (degree 4 in Single, 10 in
/// Double, fitted by Remez exchange, relative error 1.5e-8 and 4.6e-18 of eʳ − 1), evaluated by Estrin's scheme, as few values are
/// waited for rather than computed; then a scaling by 2ⁿ.
/// </summary>
internal static class Exponential<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Beyond it eˣ rounds to ∞.</summary>
    private static double Highest
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 89 : 710;
    }

    /// <summary>Below it eˣ rounds to 0.</summary>
    public static double Lowest
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? -104 : -746;
    }

    /// <summary>Below it eˣ − 1 rounds to −1.</summary>
    private const double LowestMinus1 = -40;

    /// <summary>eˣ for every x: within 2 ULP.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Exp(TVector x) => ExpOfNotAbove(TSimd.Min(TSimd.Create(Highest), x));

    /// <summary>eˣ for x up to 0, where overflow needs no thought.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector ExpOfNonPositive(TVector x) => ExpOfNotAbove(x);

    /// <summary>eˣ for |x| up to 80, where the scaling is a plain product.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector ExpOfModerate(TVector x)
    {
        TVector n = Quotient(x);
        TVector e = TSimd.Add(Minus1(Remainder(x, n)), TSimd.Create(1.0));
        return TSimd.Multiply(e, TSimd.PowerOfTwo(n));
    }

    /// <summary>eˣ − 1 for every x, and with the sign of x at 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Expm1(TVector x)
    {
        TVector bounded = TSimd.Max(TSimd.Create(LowestMinus1), TSimd.Min(TSimd.Create(Highest), x));
        TVector n = Quotient(bounded);
        TVector q = Minus1(Remainder(bounded, n));

        // 2ⁿ(q + 1) − 1, halved on the way so that 2ⁿ itself does not overflow where the result does not.
        TVector halfPower = TSimd.PowerOfTwo(TSimd.Subtract(n, TSimd.Create(1.0)));
        TVector half = TSimd.MultiplyAdd(halfPower, q, TSimd.Subtract(halfPower, TSimd.Create(0.5)));
        TVector result = TSimd.Select(TSimd.Equals(n, TSimd.Create(0.0)), q, TSimd.Add(half, half));
        return TSimd.CopySign(result, x);
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector ExpOfNotAbove(TVector x)
    {
        x = TSimd.Max(TSimd.Create(Lowest), x);
        TVector n = Quotient(x);
        return TSimd.Scale(TSimd.Add(Minus1(Remainder(x, n)), TSimd.Create(1.0)), n);
    }

    /// <summary>x / ln 2 to the nearest integer.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Quotient(TVector x)
    {
        TVector shift = TSimd.Create(Format<T>.RoundingShift);
        return TSimd.Subtract(TSimd.MultiplyAdd(x, 1.4426950408889634, shift), shift);
    }

    /// <summary>x − n·ln 2.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Remainder(TVector x, TVector n) =>
        TSimd.MultiplyAdd(n, -Format<T>.Ln2Low, TSimd.MultiplyAdd(n, -Format<T>.Ln2High, x));

    /// <summary>n·ln 2 − x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector NegatedRemainder(TVector x, TVector n) =>
        TSimd.MultiplyAdd(n, Format<T>.Ln2Low, TSimd.MultiplyAdd(n, Format<T>.Ln2High, TSimd.Negate(x)));

    /// <summary>eʳ − 1 for |r| ≤ ½ ln 2.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Minus1(TVector r)
    {
        TVector square = TSimd.Multiply(r, r);
        return TSimd.MultiplyAdd(square, typeof(T) == typeof(float) ? SingleTail(r, square) : DoubleTail(r, square), r);
    }

    /// <summary>(eʳ − 1 − r) / r² in Single.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector SingleTail(TVector r, TVector square)
    {
        TVector low = TSimd.MultiplyAdd(r, 0.16666537523269653, 0.4999999701976776);
        TVector high = TSimd.MultiplyAdd(r, 0.008367319591343403, 0.04166772589087486);
        return TSimd.MultiplyAdd(TSimd.MultiplyAdd(square, 0.0013842125190421939, high), square, low);
    }

    /// <summary>(eʳ − 1 − r) / r² in Double.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector DoubleTail(TVector r, TVector square)
    {
        TVector fourth = TSimd.Multiply(square, square);
        TVector low = TSimd.MultiplyAdd(TSimd.MultiplyAdd(r, 0.008333333333318945, 0.04166666666666672), square, TSimd.MultiplyAdd(r, 0.1666666666666668, 0.5));
        TVector middle = TSimd.MultiplyAdd(
            TSimd.MultiplyAdd(r, 2.755723708372597e-06, 2.4801587385871207e-05), square, TSimd.MultiplyAdd(r, 0.000198412698932526, 0.0013888888888842854));
        TVector high = TSimd.MultiplyAdd(square, 2.082956572138502e-09, TSimd.MultiplyAdd(r, 2.5111425947457708e-08, 2.755734615460003e-07));
        return TSimd.MultiplyAdd(TSimd.MultiplyAdd(high, fourth, middle), fourth, low);
    }
}
